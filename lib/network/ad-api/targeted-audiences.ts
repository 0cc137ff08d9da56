import type { CustomerLists } from "@/lib/network/lists/customer-lists";
import { ok, type Result } from "@/lib/result";
import { checkTargeting } from "./check-targeting";
import { isLookalike, listRefOf, lookalikeOf } from "./custom-audience-ref";
import { lookalikeProblem, tooFewRows } from "./custom-audience-status";
import { type Fault, noSuchObject, type Refused, wrong } from "./fault";
import type { Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";
import type { TargetedAudience, TargetedAudiences } from "./targeting-expression";
import type { TargetingSpec } from "./targeting-schema";

/** This network's own. */
const notUsable = 9_100_006;

const boxes = ["custom_audiences", "excluded_custom_audiences"] as const;

const idsIn = (targeting: TargetingSpec): readonly string[] =>
  boxes.flatMap((box) => (targeting[box] ?? []).map(({ id }) => id));

export interface CheckedTargeting {
  readonly targeting: TargetingSpec;
  readonly audiences: TargetedAudiences;
}

/** A targeting spec of the wire, checked against what the network offers and the account has, with what its audiences stand for. */
export async function checkWholeTargeting(
  scope: Scope,
  account: AdAccount,
  raw: unknown,
  field: string,
): Promise<Result<CheckedTargeting, Fault>> {
  const checked = checkTargeting(raw, field, scope.deps.catalogue);
  if (!checked.ok) return checked;
  const targeting = checked.value;
  if (idsIn(targeting).length === 0) return ok({ targeting, audiences: new Map() });
  const found = await ownAudiences(scope, account, targeting, field);
  if (!found.ok) return found;
  const objects = found.value;
  const { lists } = scope.deps.customers;
  const refused =
    (await checkUsable(lists, targeting, objects, field)) ?? checkMix(targeting, objects, field);
  return refused ?? ok({ targeting, audiences: await audiencesOf(lists, objects) });
}

/** The audiences that a spec names. One of another account is refused in the words for one that never was. */
async function ownAudiences(
  { shelf }: Scope,
  account: AdAccount,
  targeting: TargetingSpec,
  field: string,
): Promise<Result<readonly AdObject[], Fault>> {
  await shelf.fetch(idsIn(targeting).flatMap(numberOf));
  const objects: AdObject[] = [];
  for (const box of boxes) {
    for (const [at, { id }] of (targeting[box] ?? []).entries()) {
      const [number] = numberOf(id);
      const object = number === undefined ? null : await shelf.get(number);
      if (!object || !isOwnAudience(object, account)) {
        return noSuchObject(id, [field, box, String(at)]);
      }
      objects.push(object);
    }
  }
  return ok(objects);
}

const isOwnAudience = ({ kind, accountId, status }: AdObject, account: AdAccount): boolean =>
  kind === "customaudience" && accountId === account.id && status !== "DELETED";

const numberOf = (id: string): readonly number[] => (/^\d{1,16}$/.test(id) ? [Number(id)] : []);

async function checkUsable(
  lists: CustomerLists,
  targeting: TargetingSpec,
  objects: readonly AdObject[],
  field: string,
): Promise<Refused | null> {
  const facts = await lists.factsOf(objects.filter((one) => !isLookalike(one)).map(listRefOf));
  for (const box of boxes) {
    for (const [at, { id }] of (targeting[box] ?? []).entries()) {
      const object = objects.find((one) => String(one.id) === id);
      if (!object) continue;
      const problem = isLookalike(object)
        ? lookalikeProblem(object)
        : tooFewRows(facts.get(object.id) ?? { rows: 0 });
      if (problem) return wrong([field, box, String(at)], problem, notUsable);
    }
  }
  return null;
}

/** What can be counted: lists, or one lookalike, and lists left out. */
function checkMix(
  targeting: TargetingSpec,
  objects: readonly AdObject[],
  field: string,
): Refused | null {
  const alike = new Set(objects.filter(isLookalike).map(({ id }) => String(id)));
  const [asked, leftOut] = boxes.map((box) => targeting[box] ?? []);
  if (asked && asked.length > 1 && asked.some(({ id }) => alike.has(id))) {
    const message = "A lookalike stands alone: use another ad set for the other audiences.";
    return wrong([field, "custom_audiences"], message, notUsable);
  }
  const place = (leftOut ?? []).findIndex(({ id }) => alike.has(id));
  if (place < 0) return null;
  const message = "A lookalike cannot be left out; leave out its interests instead.";
  return wrong([field, "excluded_custom_audiences", String(place)], message, notUsable);
}

/** What stands behind custom audiences at this moment; one that is deleted or not ready is nobody. */
export async function audiencesOf(
  lists: Pick<CustomerLists, "factsOf">,
  objects: readonly AdObject[],
): Promise<TargetedAudiences> {
  const standing = objects.filter(({ status }) => status !== "DELETED");
  const facts = await lists.factsOf(standing.filter((one) => !isLookalike(one)).map(listRefOf));
  const found = new Map<string, TargetedAudience>();
  for (const object of standing) {
    const made = lookalikeOf(object);
    if (made?.outcome === "ready") {
      found.set(String(object.id), { ...made, kind: "lookalike" });
    } else if (!isLookalike(object)) {
      const parts = facts.get(object.id)?.parts ?? [];
      found.set(String(object.id), { kind: "list", parts });
    }
  }
  return found;
}

/** The ids of every custom audience that the specs name. */
export const audienceIdsIn = (targetings: readonly TargetingSpec[]): readonly number[] => [
  ...new Set(targetings.flatMap(idsIn).flatMap(numberOf)),
];
