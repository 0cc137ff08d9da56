import { ok, type Result } from "@/lib/result";
import { type ConsentKey, consentsOf } from "./consents-of";
import { loadMember, type MyContext, type NoMember } from "./load-member";

/**
 * The one switch: withdraws every consent of the signed-in member, for every purpose and recipient, effective when it
 * resolves. Numbers of days that had closed stay as they were. Answers what was withdrawn; nothing when nothing was in force.
 */
export async function stopEverything(
  ctx: MyContext,
): Promise<Result<{ readonly withdrawn: readonly ConsentKey[] }, NoMember>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const withdrawn = consentsOf(loaded.value.now.consent);
  if (withdrawn.length > 0) {
    const changes = withdrawn.map((key) => ({
      type: "consent" as const,
      member: ctx.member,
      ...key,
      given: false,
    }));
    await ctx.members.record(ctx.member, changes, ctx.now());
  }
  return ok({ withdrawn });
}
