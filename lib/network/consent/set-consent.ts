import { z } from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { changeConsents } from "./consent-change";
import { isGiven } from "./consents-of";
import { gpcSaysNo } from "./gpc";
import { loadMember, type MyContext, type NoMember } from "./load-member";
import { purposes, recipients } from "./purposes";
import { toldInput } from "./told";

export const consentInput = z.extend(toldInput, {
  purpose: z.literal([...purposes]),
  recipient: z.literal([...recipients]),
  given: z.boolean(),
  /** Where it was pressed. */
  via: z._default(z.literal(["purpose_toggle", "ad_menu"]), "purpose_toggle"),
});
export type ConsentInput = z.input<typeof consentInput>;

type SetConsentRefusal = NoMember | (Refusal & { readonly code: "invalid" | "not_used" | "gpc" });

/**
 * Gives or withdraws one consent of the signed-in member, effective when it resolves. Refuses a yes for an app the member does
 * not use, and a yes to relevant ads while the browser says no for them (Global Privacy Control).
 */
export async function setConsent(
  ctx: MyContext,
  input: ConsentInput,
): Promise<Result<{ readonly changed: boolean }, SetConsentRefusal>> {
  const parsed = consentInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "There is no such choice.");
  const { given, purpose, recipient, via: method, language, clientAt } = parsed.data;
  const key = { purpose, recipient };
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const { now } = loaded.value;
  if (given && recipient === "social" && !now.onSocial) {
    return refuse("not_used", "You do not use the social app, so there is nothing to allow.");
  }
  if (given && ctx.gpc && purpose === "relevant_ads") return gpcSaysNo();
  if (isGiven(now.consent, key) === given) return ok({ changed: false });
  const act = { actor: "member" as const, method, language, clientAt };
  const { changes, events } = changeConsents(ctx.member, [key], given, act);
  await ctx.members.record(ctx.member, changes, ctx.now(), events);
  return ok({ changed: true });
}
