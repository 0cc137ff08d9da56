import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { asksOf } from "./get-notice";
import type { ConsentEvent } from "./ledger/consent-event";
import { loadMember, type MyContext, type NoMember } from "./load-member";
import { currentNotice } from "./notices/notice";
import { purposes } from "./purposes";
import { type Told, toldInput } from "./told";

/**
 * Writes down that the signed-in member was asked, one event a purpose: that is all it does, and no answer follows from it. The same
 * question in the same version and language is written once.
 */
export async function noteShown(
  ctx: MyContext,
  input: Told = {},
): Promise<Result<null, NoMember | (Refusal & { readonly code: "invalid" })>> {
  const parsed = toldInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "There is no such notice.");
  const { language, clientAt } = parsed.data;
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const asked = asksOf(loaded.value).filter(
    ({ purpose, recipient }) =>
      !loaded.value.consentEvents.some(
        (event) =>
          event.type === "requested" &&
          event.notice === currentNotice &&
          event.language === language &&
          event.purpose === purpose &&
          event.recipients.includes(recipient),
      ),
  );
  const events = purposes.flatMap((purpose): ConsentEvent[] => {
    const recipients = asked.flatMap((key) => (key.purpose === purpose ? [key.recipient] : []));
    if (recipients.length === 0) return [];
    const at = clientAt === null ? null : new Date(clientAt);
    const by = { actor: "network", method: "notice", clientAt: at } as const;
    return [{ type: "requested", purpose, recipients, notice: currentNotice, language, ...by }];
  });
  if (events.length > 0) await ctx.members.record(ctx.member, [], ctx.now(), events);
  return ok(null);
}
