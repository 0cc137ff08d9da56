import { and, eq, inArray } from "drizzle-orm";
import { settledEpoch } from "@/lib/network/release/epoch";
import { reachKey } from "@/lib/network/release/reach-ask";
import type { ReleasedCount } from "@/lib/network/release/released";
import { releasedReach } from "@/lib/network/release/released-reach";
import type { PublishedAd, ReportedAs } from "@/lib/network/transparency/published-ad";
import type { Database } from "../db/database";
import { released } from "../db/schema/network";

/** How many people a report said were reached, and which report. */
export interface ReleasedTotal {
  readonly people: ReleasedCount;
  readonly report: ReportedAs;
}

const keyOf = (report: ReportedAs): string => reachKey({ ...report, impressions: 0 });

/** The best number that a report has released for each ad, by its id. Ads about which no report was opened have none: nothing is asked here. */
export async function releasedTotals(
  db: Database,
  ads: readonly Pick<PublishedAd, "id" | "reports">[],
): Promise<ReadonlyMap<number, ReleasedTotal>> {
  const keys = [...new Set(ads.flatMap(({ reports }) => reports.map(keyOf)))];
  if (keys.length === 0) return new Map();
  const rows = await db
    .select()
    .from(released)
    .where(
      and(
        eq(released.epoch, settledEpoch),
        eq(released.kind, "reached"),
        inArray(released.key, keys),
      ),
    );
  const known = new Map(rows.map((row) => [row.key, { ...row, at: row.at.toISOString() }]));
  return new Map(
    ads.flatMap(({ id, reports }): [number, ReleasedTotal][] => {
      const report = reports.find((one) => known.has(keyOf(one)));
      const row = report && known.get(keyOf(report));
      return report && row ? [[id, { people: releasedReach(row), report }]] : [];
    }),
  );
}
