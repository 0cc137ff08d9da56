import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { isGiven } from "./consents-of";
import { loadMember, type MyContext, type NoMember, replay } from "./load-member";

/** What brings one thing back to how it was before it was changed; nothing for what people do not undo themselves. */
function back(change: MemberChange, before: Member): MemberChange[] {
  switch (change.type) {
    case "consent":
      return [{ ...change, given: isGiven(before.consent, change) }];
    case "signal_removed": {
      const signal = before.signals.find(({ segment }) => segment === change.segment);
      return signal ? [{ type: "signal", member: change.member, ...signal }] : [];
    }
    case "signal":
    case "signals_cleared":
    case "moved":
    case "company":
    case "company_removed":
    case "left":
    case "joined":
    case "active":
      return [];
  }
}

/**
 * Takes back what the signed-in member did last, all of it at once: after the one switch, exactly the consents that
 * were in force before; after a removed signal, that signal. Refuses when there is nothing to take back.
 */
export async function undoLast(
  ctx: MyContext,
): Promise<Result<null, NoMember | (Refusal & { readonly code: "nothing_to_undo" })>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const { made, events } = loaded.value;
  const last = events.at(-1)?.at.getTime();
  const earlier = events.filter(({ at }) => at.getTime() !== last);
  const before = replay(made, earlier);
  const changes = before
    ? events.slice(earlier.length).flatMap(({ change }) => back(change, before))
    : [];
  if (changes.length === 0) return refuse("nothing_to_undo", "There is nothing to take back.");
  await ctx.members.record(ctx.member, changes, ctx.now());
  return ok(null);
}
