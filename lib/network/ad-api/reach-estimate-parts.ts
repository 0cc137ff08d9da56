import type { Panel } from "@/lib/ad-api/panel";
import { noticesInForce } from "@/lib/network/consent/notices/notices-in-force";
import { dayOf } from "@/lib/network/delivery/calendar";
import { asksAboutCompanies, type Dimension, everyone } from "@/lib/network/reach/expression";
import { canSharpen } from "@/lib/network/release/can-sharpen";
import { segmentPlaces } from "./check-targeting";
import { objectionsTo } from "./policies";
import { readKeeps } from "./reach-estimate-keeps";
import {
  type Ask,
  earlier,
  type Part,
  type Question,
  refusedPart,
  said,
} from "./reach-estimate-part";
import { groupNames } from "./reach-steps";
import { categoryFor } from "./restricted-segments";
import { suggestSegments } from "./suggest-segments";
import { wireRange } from "./wire-range";

/** Begins what a part asks; then says it, once the size is there too. */
type Read = (ask: Ask) => Promise<(question: Question) => Part>;

/** A part that asks nothing of its own. */
const from =
  (say: (question: Question) => unknown): Read =>
  async () =>
  (question) =>
    said(say(question));

/** Every field of an estimate but what is said of the parts themselves. Those that ask something new do so only when asked for. */
export const readers: {
  readonly [Name in keyof Panel]?: Read;
} = {
  users_lower_bound: from(({ count }) => (count.hidden ? count.upper : count.lower)),
  users_upper_bound: from(({ count }) => count.upper),
  estimate_ready: from(() => true),
  nod_range: from(({ count }) => wireRange(count)),
  nod_can_sharpen: from(({ count }) => canSharpen(count)),
  nod_as_of: from(({ count }) => count.asOf),
  nod_of: async (ask) => {
    const of = await everyoneThere(ask);
    if (!of.ok) return () => refusedPart(of.error);
    return () => ({ value: wireRange(of.value), asOf: of.value.asOf, refused: null });
  },
  nod_verdict: readVerdict,
  nod_keeps: readKeeps,
  nod_cells: readCells,
  nod_messaging_only: readMessagingOnly,
  nod_suggestions: from(suggestions),
  nod_notices: from(notices),
  nod_change: async ({ scope, expression }) => {
    const change = await scope.deps.release.change(scope.caller, expression);
    return () => said(change);
  },
  nod_consents: from(consents),
};

const everyoneThere = ({ scope, expression: { countries, regions } }: Ask) =>
  scope.deps.release.count(scope.caller, { ...everyone, countries, regions });

/** Too small and narrow follow from the size alone; good or broad needs everyone in the same places. */
async function readVerdict(ask: Ask): ReturnType<Read> {
  const { release } = ask.scope.deps;
  const of = await everyoneThere(ask);
  return ({ count }) => {
    if (of.ok) {
      return { value: release.verdict(count, of.value), asOf: of.value.asOf, refused: null };
    }
    const alone = release.verdict(count, count);
    return alone === "broad" || alone === "good" ? refusedPart(of.error) : said(alone);
  };
}

const breakdowns: readonly { readonly name: string; readonly by: readonly Dimension[] }[] = [
  { name: "age_gender", by: ["age", "gender"] },
  { name: "country", by: ["country"] },
  { name: "device", by: ["device"] },
  { name: "social", by: ["social"] },
];

async function readCells({ scope, expression }: Ask): ReturnType<Read> {
  const answers = await Promise.all(
    breakdowns.map(async ({ name, by }) => ({
      name,
      parts: await scope.deps.release.cells(scope.caller, expression, by),
    })),
  );
  return () => {
    const all: unknown[] = [];
    let asOf: string | null = null;
    for (const { name, parts } of answers) {
      if (!parts.ok) return refusedPart(parts.error);
      const cells = parts.value.map(({ value, people, share }) => ({ value, people, share }));
      for (const part of parts.value) asOf = earlier(asOf, part.asOf);
      all.push({ dimension: name, cells });
    }
    return { value: all, asOf, refused: null };
  };
}

async function readMessagingOnly({ scope, expression }: Ask): ReturnType<Read> {
  const parts = await scope.deps.release.cells(scope.caller, expression, ["social"]);
  return () => {
    if (!parts.ok) return refusedPart(parts.error);
    const off = parts.value.find(({ value }) => value === "no");
    return { value: off?.share ?? null, asOf: off?.asOf ?? null, refused: null };
  };
}

function suggestions({ scope, targeting, expression, count }: Question) {
  const { catalogue, overview } = scope.deps;
  const known = overview();
  const boxes = groupNames(targeting);
  return known ? suggestSegments(catalogue, known, expression, boxes, count) : [];
}

/** Rules that come with restricted segments, and what the network does not do. */
function notices({ scope, targeting }: Question): readonly string[] {
  const restricted = segmentPlaces(targeting).flatMap(({ id }) => {
    const segment = scope.deps.catalogue.getSegment(id);
    const isSaid = segment?.policy !== "restricted" || categoryFor(segment) !== null;
    return isSaid ? [] : `“${segment.name}”: ${segment.reason}.`;
  });
  // Nothing is declared yet: what a campaign will have to declare is said here.
  const policies = objectionsTo(targeting, [], scope.deps.catalogue).map(({ message }) => message);
  const widening =
    targeting.targeting_automation?.advantage_audience === 1
      ? ["This network never widens an audience; advantage_audience 1 changes nothing."]
      : [];
  return [...new Set([...restricted, ...policies]), ...widening];
}

/** Of the published texts, from nobody's consents: which versions people here may have said yes to. */
function consents({ scope, expression }: Question): Panel["nod_consents"] {
  const needsKnown = asksAboutCompanies(expression);
  const day = dayOf(scope.now, "UTC");
  return {
    notices: noticesInForce(
      ["relevant_ads", ...(needsKnown ? ["known_companies" as const] : [])],
      day,
    ).map(({ version, since }) => ({ version, since })),
    imported: scope.deps.imported ?? false,
  };
}
