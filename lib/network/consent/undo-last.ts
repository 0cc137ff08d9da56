import { companyBehind } from "@/lib/network/population/list-part";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { consentAnswers } from "./consent-answers";
import type { ConsentBits } from "./consent-bits";
import { eventOf } from "./consent-change";
import { isGiven } from "./consents-of";
import type { MemberEraser } from "./delete-everything";
import type { ConsentEvent, LedgerEvent } from "./ledger/consent-event";
import { loadMember, type MyContext, type NoMember, replay } from "./load-member";
import type { MemberEvent } from "./member-records";
import { ownActs } from "./own-acts";

/** What brings one thing back to how it was before it was changed; nothing for what people do not undo themselves. */
function back(change: MemberChange, before: Member): MemberChange[] {
  switch (change.type) {
    case "consent":
      return [{ ...change, given: isGiven(before.consent, change) }];
    case "signal_removed": {
      const signal = before.signals.find(({ segment }) => segment === change.segment);
      return signal ? [{ type: "signal", member: change.member, ...signal }] : [];
    }
    case "company_removed":
      return before.companies
        .filter(({ company }) => company === change.company)
        .map((relation) => ({ type: "company", member: change.member, ...relation }));
    case "signal":
    case "signals_cleared":
    case "moved":
    case "company":
    case "left":
    case "joined":
    case "active":
      return [];
  }
}

/** A consent that comes back was given under the notice it was given under before, and not under today's. */
function eventsOf(
  changes: readonly MemberChange[],
  before: readonly LedgerEvent[],
  at: ConsentBits,
): readonly ConsentEvent[] {
  const answers = consentAnswers(before, at);
  return changes.flatMap((change) => {
    if (change.type !== "consent") return [];
    const { purpose, recipient, given } = change;
    const was = answers.find((one) => one.purpose === purpose && one.recipient === recipient);
    const read = given && was?.answer === "given" ? was : undefined;
    return [eventOf(given ? "given" : "withdrawn", { purpose, recipient }, act, read)];
  });
}

const act = { actor: "member", method: "undo", language: null, clientAt: null } as const;

/**
 * Takes back what the signed-in member did last, all of it at once: after the one switch, exactly the consents that
 * were in force before; after a removed signal, that signal; after a stopped company, what
 * they had with it, and that lists it uploads later match them. Relevant ads stay off while the browser says no to them (Global
 * Privacy Control). Refuses when there is nothing to take back.
 */
export async function undoLast(
  ctx: MyContext & { readonly eraser: Pick<MemberEraser, "allowCompany"> },
): Promise<Result<null, NoMember | (Refusal & { readonly code: "nothing_to_undo" })>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const { made, events, consentEvents } = loaded.value;
  const acts = ownActs(events);
  const last = acts.at(-1)?.at;
  const isLast = ({ at }: MemberEvent) => at.getTime() === last?.getTime();
  const before = replay(
    made,
    events.filter(({ at }) => last && at < last),
  );
  const isAllowed = (change: MemberChange) =>
    !(ctx.gpc && change.type === "consent" && change.given && change.purpose === "relevant_ads");
  const changes = before
    ? acts
        .filter(isLast)
        .flatMap(({ change }) => back(change, before))
        .filter(isAllowed)
    : [];
  if (changes.length === 0) return refuse("nothing_to_undo", "There is nothing to take back.");
  const known = consentEvents.filter(
    ({ at, actor }) => actor === "network" || at !== last?.toISOString(),
  );
  const undone = eventsOf(changes, known, made.consent);
  await ctx.members.record(ctx.member, changes, ctx.now(), undone);
  const again = changes.flatMap((one) =>
    one.type === "company" ? [companyBehind(one.company)] : [],
  );
  for (const company of new Set(again))
    await ctx.eraser.allowCompany(ctx.member, company, ctx.now());
  return ok(null);
}
