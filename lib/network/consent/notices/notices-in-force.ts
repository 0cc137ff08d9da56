import type { Purpose } from "../purposes";
import { findNotice } from "./find-notice";
import { meaningOf } from "./meaning-of";
import { type NoticeVersion, noticeVersions } from "./notice";

/** A version of the notice, and since when people were shown it. */
export interface NoticeInForce {
  readonly version: NoticeVersion;
  /** YYYY-MM-DD */
  readonly since: string;
}

/**
 * Versions under which consents to all of these purposes may be in force on a day (YYYY-MM-DD), oldest first. It is read from the published texts
 * and from nobody's consents: it says nothing about how many people answered which, or whether anybody did.
 */
export function noticesInForce(
  needed: readonly Purpose[],
  today: string,
): readonly NoticeInForce[] {
  return noticeVersions.flatMap((version) => {
    const since = findNotice(version, "en")?.since;
    const asksForAll = needed.every((purpose) => meaningOf(version, purpose) !== null);
    return since !== undefined && since <= today && asksForAll ? [{ version, since }] : [];
  });
}

const date = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });
const either = new Intl.ListFormat("en", { type: "disjunction" });

/**
 * That in words, for who builds an audience. `imported`: real members brought their consents along, under notices that the operator names.
 */
export function sayNoticesInForce(
  notices: readonly NoticeInForce[],
  imported: boolean,
): string | null {
  const said = notices.map(({ version, since }) => `${version} (${date.format(new Date(since))})`);
  const brought = imported ? ["one that they were shown before they came here"] : [];
  const all = [...said, ...brought];
  return all.length > 0 ? `Everybody in it said yes under notice ${either.format(all)}.` : null;
}
