import type { Panel } from "@/lib/ad-api/panel";
import { noticesInForce } from "@/lib/network/consent/notices/notices-in-force";
import { dayOf } from "@/lib/network/delivery/calendar";
import { type Dimension, type Expression, everyone } from "@/lib/network/reach/expression";
import { canSharpen } from "@/lib/network/release/can-sharpen";
import { segmentPlaces } from "./check-targeting";
import { readKeeps } from "./reach-estimate-keeps";
import { earlier, type Part, type Question, refusedPart, said } from "./reach-estimate-part";
import { groupNames } from "./reach-steps";
import type { Scope } from "./scope";
import { suggestSegments } from "./suggest-segments";
import { wireRange } from "./wire-range";

type Read = (question: Question) => Part | Promise<Part>;

/** Every field of an estimate but what is said of the parts themselves. Those that ask something new do so only when asked for. */
export const readers: {
  readonly [Name in keyof Panel]?: Read;
} = {
  users_lower_bound: ({ count }) => said(count.hidden ? count.upper : count.lower),
  users_upper_bound: ({ count }) => said(count.upper),
  estimate_ready: () => said(true),
  nod_range: ({ count }) => said(wireRange(count)),
  nod_can_sharpen: ({ count }) => said(canSharpen(count)),
  nod_as_of: ({ count }) => said(count.asOf),
  nod_of: async (question) => {
    const of = await everyoneThere(question);
    return of.ok
      ? { value: wireRange(of.value), asOf: of.value.asOf, refused: null }
      : refusedPart(of.error);
  },
  nod_verdict: readVerdict,
  nod_keeps: readKeeps,
  nod_cells: readCells,
  nod_messaging_only: readMessagingOnly,
  nod_suggestions: (question) => said(suggestions(question)),
  nod_notices: (question) => said(notices(question)),
  nod_change: async ({ scope, expression }) =>
    said(await scope.deps.release.change(scope.caller, expression)),
  nod_consents: ({ scope, expression }) => said(consents(scope, expression)),
};

const everyoneThere = ({ scope, expression: { countries, regions } }: Question) =>
  scope.deps.release.count(scope.caller, { ...everyone, countries, regions });

/** Too small and narrow follow from the size alone; good or broad needs everyone in the same places. */
async function readVerdict(question: Question): Promise<Part> {
  const { release } = question.scope.deps;
  const of = await everyoneThere(question);
  if (of.ok) {
    const verdict = release.verdict(question.count, of.value);
    return { value: verdict, asOf: of.value.asOf, refused: null };
  }
  const alone = release.verdict(question.count, question.count);
  const needsMore = alone === "broad" || alone === "good";
  return needsMore ? refusedPart(of.error) : said(alone);
}

const breakdowns: readonly { readonly name: string; readonly by: readonly Dimension[] }[] = [
  { name: "age_gender", by: ["age", "gender"] },
  { name: "country", by: ["country"] },
  { name: "device", by: ["device"] },
  { name: "social", by: ["social"] },
];

async function readCells({ scope, expression }: Question): Promise<Part> {
  const all: unknown[] = [];
  let asOf: string | null = null;
  for (const { name, by } of breakdowns) {
    const parts = await scope.deps.release.cells(scope.caller, expression, by);
    if (!parts.ok) return refusedPart(parts.error);
    const cells = parts.value.map(({ value, people, share }) => ({ value, people, share }));
    for (const part of parts.value) asOf = earlier(asOf, part.asOf);
    all.push({ dimension: name, cells });
  }
  return { value: all, asOf, refused: null };
}

async function readMessagingOnly({ scope, expression }: Question): Promise<Part> {
  const parts = await scope.deps.release.cells(scope.caller, expression, ["social"]);
  if (!parts.ok) return refusedPart(parts.error);
  const off = parts.value.find(({ value }) => value === "no");
  return { value: off?.share ?? null, asOf: off?.asOf ?? null, refused: null };
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
    return segment?.policy === "restricted" ? `“${segment.name}”: ${segment.reason}.` : [];
  });
  const widening =
    targeting.targeting_automation?.advantage_audience === 1
      ? ["This network never widens an audience; advantage_audience 1 changes nothing."]
      : [];
  return [...new Set(restricted), ...widening];
}

/** Of the published texts, from nobody's consents: which versions people here may have said yes to. */
function consents(scope: Scope, { with: known, newTo }: Expression): Panel["nod_consents"] {
  const needsKnown = known.length + newTo.length > 0;
  const day = dayOf(scope.now, "UTC");
  return {
    notices: noticesInForce(
      ["relevant_ads", ...(needsKnown ? ["known_companies" as const] : [])],
      day,
    ).map(({ version, since }) => ({ version, since })),
    imported: scope.deps.imported ?? false,
  };
}
