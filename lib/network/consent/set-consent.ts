import { z } from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { isGiven } from "./consents-of";
import { loadMember, type MyContext, type NoMember } from "./load-member";
import { purposes, recipients } from "./purposes";

export const consentInput = z.object({
  purpose: z.literal([...purposes]),
  recipient: z.literal([...recipients]),
  given: z.boolean(),
});
export type ConsentInput = z.infer<typeof consentInput>;

type SetConsentRefusal = NoMember | (Refusal & { readonly code: "invalid" | "not_used" });

/** Gives or withdraws one consent of the signed-in member, effective when it resolves. Refuses a yes for an app the member does not use. */
export async function setConsent(
  ctx: MyContext,
  input: ConsentInput,
): Promise<Result<{ readonly changed: boolean }, SetConsentRefusal>> {
  const parsed = consentInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "There is no such choice.");
  const { given, ...key } = parsed.data;
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const { now } = loaded.value;
  if (given && key.recipient === "social" && !now.onSocial) {
    return refuse("not_used", "You do not use the social app, so there is nothing to allow.");
  }
  if (isGiven(now.consent, key) === given) return ok({ changed: false });
  const change = { type: "consent" as const, member: ctx.member, ...key, given };
  await ctx.members.record(ctx.member, [change], ctx.now());
  return ok({ changed: true });
}
