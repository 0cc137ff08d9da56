import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { loadMember, type MyContext, type NoMember } from "./load-member";

/** Takes one signal of the signed-in member away, effective when it resolves. Refuses when they have no such signal. */
export async function removeSignal(
  ctx: MyContext,
  input: { readonly segment: string },
): Promise<Result<null, NoMember | (Refusal & { readonly code: "no_signal" })>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const has = loaded.value.now.signals.some(({ segment }) => segment === input.segment);
  if (!has) return refuse("no_signal", "This signal is gone already.");
  const change = {
    type: "signal_removed" as const,
    member: ctx.member,
    segment: input.segment,
  };
  await ctx.members.record(ctx.member, [change], ctx.now());
  return ok(null);
}
