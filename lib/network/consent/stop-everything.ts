import { z } from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { changeConsents } from "./consent-change";
import { type ConsentKey, consentsOf } from "./consents-of";
import { loadMember, type MyContext, type NoMember } from "./load-member";
import { toldInput } from "./told";

const stopInput = z.extend(toldInput, {
  via: z._default(z.literal(["switch", "ad_menu"]), "switch"),
});
export type StopInput = z.input<typeof stopInput>;

/**
 * The one switch: withdraws every consent of the signed-in member, for every purpose and recipient, effective when it
 * resolves. Numbers of days that had closed stay as they were. Answers what was withdrawn; nothing when nothing was in force.
 */
export async function stopEverything(
  ctx: MyContext,
  input: StopInput = {},
): Promise<
  Result<
    { readonly withdrawn: readonly ConsentKey[] },
    NoMember | (Refusal & { readonly code: "invalid" })
  >
> {
  const parsed = stopInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "There is no such choice.");
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const withdrawn = consentsOf(loaded.value.now.consent);
  if (withdrawn.length > 0) {
    const { via: method, language, clientAt } = parsed.data;
    const act = { actor: "member" as const, method, language, clientAt };
    const { changes, events } = changeConsents(ctx.member, withdrawn, false, act);
    await ctx.members.record(ctx.member, changes, ctx.now(), events);
  }
  return ok({ withdrawn });
}
