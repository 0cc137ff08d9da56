import { coveredBy, getSegment, taxonomySegments } from "@/lib/network/segments/taxonomy";
import { aliasTable, zipf } from "./alias-table";
import { segmentIds, segmentIndexes } from "./lists";
import { hashText } from "./random";
import topicAppeal from "./topic-appeal.json";

/** How many different tastes the regions of the world have; a region's is drawn from its code. */
const flavours = 16;
const ageBandCount = 6;
/** Women, men, everybody else. */
const genderCount = 3;

interface Appeal {
  readonly appeal: number;
  readonly women: number;
  readonly age: number;
  readonly first?: readonly string[];
}

const appeals: Readonly<Record<string, Appeal>> = topicAppeal.topics;

/**
 * Topics are the branches below the two roots; a member's signal falls on a topic first, then on a segment inside it.
 * A forbidden branch that holds allowed segments is a topic by its name only: nothing falls on the branch itself.
 */
const topics = taxonomySegments
  .filter(({ parentId }) => parentId !== null && getSegment(parentId)?.parentId === null)
  .map(({ id }) => ({ id, segments: segmentsOf(id) }))
  .filter(({ segments }) => segments.length > 0);
export const topicCount = topics.length;

/** Row of `topicKeep` and `topicAlias` for a member. */
export const topicProfile = (flavour: number, ageBand: number, gender: number): number =>
  (flavour * ageBandCount + ageBand) * genderCount + Math.min(gender, genderCount - 1);

export const flavourOf = (region: string): number => hashText(region) % flavours;

const topicTables = Array.from({ length: flavours * ageBandCount * genderCount }, (_, profile) =>
  aliasTable(topics.map((topic) => appealTo(topic.id, profile))),
);
export const topicKeep = Float32Array.from(topicTables.flatMap((table) => [...table.keep]));
export const topicAlias = Uint8Array.from(topicTables.flatMap((table) => [...table.alias]));

/** Segments of all topics, one stretch each: `topicStart[t] .. topicStart[t + 1] - 1`, with the alias table of the stretch. */
const stretches = topics.map((topic) => topic.segments);
export const topicStart = startsOf(stretches.map((stretch) => stretch.length));
const stretchTables = stretches.map((stretch) => aliasTable(stretch.map(popularity)));
export const stretchSegment = Uint16Array.from(
  stretches.flat().map((id) => segmentIndexes.get(id) ?? 0),
);
export const stretchKeep = Float32Array.from(stretchTables.flatMap((table) => [...table.keep]));
export const stretchAlias = Uint16Array.from(stretchTables.flatMap((table) => [...table.alias]));

function appealTo(topic: string, profile: number): number {
  const { appeal, women, age } = appeals[topic] ?? { appeal: 1, women: 1, age: 0 };
  const gender = profile % genderCount;
  const band = Math.floor(profile / genderCount) % ageBandCount;
  const flavour = Math.floor(profile / genderCount / ageBandCount);
  const byGender = [Math.sqrt(women), 1 / Math.sqrt(women)][gender] ?? 1;
  const byAge = Math.exp((age * (band - 2.5)) / 2.5);
  const byRegion = 0.6 + (hashText(`${topic}/${flavour}`) % 1000) / 1000;
  return appeal * byGender * byAge * byRegion;
}

function startsOf(sizes: readonly number[]): Uint16Array {
  const starts = new Uint16Array(sizes.length + 1);
  sizes.forEach((size, topic) => {
    starts[topic + 1] = (starts[topic] ?? 0) + size;
  });
  return starts;
}

/** Collectable segments of a topic: the named favourites, then the others in an invented order, restricted ones towards the end. */
function segmentsOf(topic: string): string[] {
  const first = appeals[topic]?.first ?? [];
  const rank = (id: string) => {
    const place = first.indexOf(id);
    if (place >= 0) return place;
    return first.length + hashText(id) + (getSegment(id)?.policy === "restricted" ? 2 ** 31 : 0);
  };
  return segmentIds.filter((id) => isInside(id, topic)).sort((a, b) => rank(a) - rank(b));
}

function isInside(id: string, topic: string): boolean {
  for (let at: string | null = id; at !== null; at = getSegment(at)?.parentId ?? null) {
    if (at === topic) return true;
  }
  return false;
}

/** People's signals carry the most specific segment known, so a segment with others below it gets fewer of its own. */
function popularity(id: string, rank: number): number {
  return zipf(rank, 0.85) * (coveredBy(id).size > 1 ? 0.4 : 1);
}
