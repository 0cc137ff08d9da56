import { ok, type Result } from "@/lib/result";
import { changeConsents } from "./consent-change";
import { type ConsentKey, consentsOf } from "./consents-of";
import { loadMember, type MyContext, type NoMember } from "./load-member";

/**
 * What Global Privacy Control asks for: withdraws relevant ads of the signed-in member for every recipient, effective when it
 * resolves. Where nothing is in force nothing is written, so that every request may call it.
 */
export async function honourGpc(
  ctx: MyContext,
): Promise<Result<{ readonly withdrawn: readonly ConsentKey[] }, NoMember>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const withdrawn = consentsOf(loaded.value.now.consent).filter(
    ({ purpose }) => purpose === "relevant_ads",
  );
  if (withdrawn.length > 0) {
    const act = { actor: "gpc", method: "gpc", language: null, clientAt: null } as const;
    const { changes, events } = changeConsents(ctx.member, withdrawn, false, act);
    await ctx.members.record(ctx.member, changes, ctx.now(), events);
  }
  return ok({ withdrawn });
}
