import type { MemberChange } from "@/lib/network/reach/engine";
import type { ConsentKey } from "./consents-of";
import type { Actor, ConsentEvent, Method } from "./ledger/consent-event";
import { currentNotice, type NoticeLanguage } from "./notices/notice";

/** Who changes a consent, and how. */
export interface Act {
  readonly actor: Actor;
  readonly method: Method;
  readonly language: NoticeLanguage | null;
  readonly clientAt: string | null;
}

/** Changes of consents and their events, in the same order. */
export interface ConsentChanges {
  readonly changes: readonly MemberChange[];
  readonly events: readonly ConsentEvent[];
}

/** An event of its own for each consent, under today's notice unless said otherwise. */
export const eventOf = (
  type: ConsentEvent["type"],
  { purpose, recipient }: ConsentKey,
  { actor, method, language, clientAt }: Act,
  read: { readonly notice: string; readonly language: string | null } = {
    notice: currentNotice,
    language,
  },
): ConsentEvent => ({
  type,
  purpose,
  recipients: [recipient],
  ...{ notice: read.notice, language: read.language },
  ...{ actor, method, clientAt: clientAt === null ? null : new Date(clientAt) },
});

/** Gives or withdraws each of the consents. */
export const changeConsents = (
  member: number,
  keys: readonly ConsentKey[],
  given: boolean,
  act: Act,
): ConsentChanges => ({
  changes: keys.map(({ purpose, recipient }) => ({
    type: "consent",
    ...{ member, purpose, recipient, given },
  })),
  events: keys.map((key) => eventOf(given ? "given" : "withdrawn", key, act)),
});
