import type { Member } from "@/lib/network/population/member";
import { consentsOf } from "./consents-of";
import type { ConsentEvent } from "./ledger/consent-event";
import type { NoticeVersion } from "./notices/notice";
import { purposes } from "./purposes";

/** Under which notice synthetic members said what they came with. */
export const madeUnder: NoticeVersion = "v3";

/** What a synthetic member came with, as it enters the ledger just before their first own event: one event a purpose. */
export function madeEvents(made: Member): readonly ConsentEvent[] {
  const given = consentsOf(made.consent);
  return purposes.flatMap((purpose) => {
    const recipients = given.flatMap((key) => (key.purpose === purpose ? [key.recipient] : []));
    if (recipients.length === 0) return [];
    const how = { actor: "network", method: "import", language: null, clientAt: null } as const;
    return [{ type: "given" as const, purpose, recipients, notice: madeUnder, ...how }];
  });
}
