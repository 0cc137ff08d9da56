import type { AudienceRow } from "@/components/audiences/audience-table";
import { describeRules } from "@/lib/audiences/describe";
import type { ListedAudience } from "@/lib/audiences/list-audiences";
import type { Names } from "@/lib/audiences/names";
import { formatDateTime } from "@/lib/format/date";

/** A list's rows, each in its client's own time. */
export const audienceRows = (
  listed: readonly ListedAudience[],
  names: Names,
): readonly AudienceRow[] =>
  listed.map(({ audience, client }) => ({
    id: audience.id,
    name: audience.name,
    state: audience.state,
    sentence: describeRules(audience.rules, names),
    updated: formatDateTime(audience.updatedAt, client.timeZone),
    updatedBy: audience.updatedBy,
    clientId: client.id,
    clientName: client.name,
  }));
