import type { AudienceRow } from "@/components/audiences/audience-table";
import type { KnownReach } from "@/lib/ad-api/ad-api";
import { sayWeek } from "@/lib/audiences/answer-week";
import { describeRules } from "@/lib/audiences/describe";
import type { ListedAudience } from "@/lib/audiences/list-audiences";
import type { Names } from "@/lib/audiences/names";
import { sayChange } from "@/lib/audiences/say-change";
import { formatDateTime } from "@/lib/format/date";
import { formatRange } from "@/lib/format/people";

/** A list's rows, each in its client's own time. */
export const audienceRows = (
  listed: readonly ListedAudience[],
  names: Names,
  sizes: ReadonlyMap<string, KnownReach>,
  now: Date,
): readonly AudienceRow[] =>
  listed.map(({ audience, client }) => ({
    id: audience.id,
    name: audience.name,
    state: audience.state,
    sentence: describeRules(audience.rules, names),
    size: sizeOf(sizes.get(audience.id), now),
    updated: formatDateTime(audience.updatedAt, client.timeZone),
    updatedBy: audience.updatedBy,
    clientId: client.id,
    clientName: client.name,
  }));

const sizeOf = (known: KnownReach | undefined, now: Date): AudienceRow["size"] =>
  known
    ? {
        people: formatRange(known.range),
        week: sayWeek(known.asOf, now),
        change: known.change && sayChange(known.change, known.asOf),
      }
    : null;
