import { ok, type Result } from "@/lib/result";
import { consentAnswers, needsAsking } from "./consent-answers";
import type { ConsentKey } from "./consents-of";
import { type LoadedMember, loadMember, type MyContext, type NoMember } from "./load-member";
import { noticeFor } from "./notices/find-notice";
import { currentNotice, type Notice, type NoticeLanguage } from "./notices/notice";
import { type Recipient, recipients } from "./purposes";

/** The apps of the family that a member uses. */
export const usedBy = ({ onSocial }: { readonly onSocial: boolean }): readonly Recipient[] =>
  recipients.filter((recipient) => recipient !== "social" || onSocial);

/** What today's notice must ask a member. */
export const asksOf = ({ made, now, consentEvents }: LoadedMember): readonly ConsentKey[] =>
  needsAsking(consentAnswers(consentEvents, made.consent), currentNotice, usedBy(now));

export interface NeededNotice {
  readonly notice: Notice;
  /** What must be asked: nothing of it may be ticked beforehand. */
  readonly asks: readonly ConsentKey[];
}

/** Today's notice in a language, with what the signed-in member has not answered in its meaning; null when there is nothing to ask. */
export async function getNotice(
  ctx: MyContext,
  language: NoticeLanguage,
): Promise<Result<NeededNotice | null, NoMember>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const asks = asksOf(loaded.value);
  return ok(asks.length === 0 ? null : { notice: noticeFor(language), asks });
}
