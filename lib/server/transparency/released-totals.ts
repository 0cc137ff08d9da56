import { and, eq, inArray } from "drizzle-orm";
import { settledEpoch } from "@/lib/network/release/epoch";
import { reachKey } from "@/lib/network/release/reach-ask";
import type { ReachedPart } from "@/lib/network/release/release";
import { cellsKey, cellsKind, partsOf } from "@/lib/network/release/release-reached-cells";
import type { ReleasedCount } from "@/lib/network/release/released";
import { releasedReach } from "@/lib/network/release/released-reach";
import type { PublishedAd, ReportedAs } from "@/lib/network/transparency/published-ad";
import type { Database } from "../db/database";
import { released } from "../db/schema/network";

/** How many people a report said were reached, and which report. */
export interface ReleasedTotal {
  readonly people: ReleasedCount;
  readonly report: ReportedAs;
  /** Its parts by country, where it was split by country too; empty otherwise. */
  readonly byCountry: readonly ReachedPart[];
}

type Asked = Pick<PublishedAd, "id" | "reports" | "byCountry">;

const keyOf = (report: ReportedAs): string => reachKey({ ...report, impressions: 0 });

/** The best number that a report has released for each ad, by its id. Ads about which no report was opened have none: nothing is asked here. */
export async function releasedTotals(
  db: Database,
  ads: readonly Asked[],
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
  const found = ads.flatMap((ad) => {
    const report = ad.reports.find((one) => known.has(keyOf(one)));
    const row = report && known.get(keyOf(report));
    return report && row ? [{ ad, people: releasedReach(row), report }] : [];
  });
  const parts = await loadParts(db, found);
  return new Map(
    found.map(({ ad, people, report }) => {
      const noisy = parts.get(partsKey({ ad, people, report }));
      const byCountry = noisy ? partsOf(people, noisy, ad.byCountry.domain) : [];
      return [ad.id, { people, report, byCountry }];
    }),
  );
}

interface Found {
  readonly ad: Asked;
  readonly people: ReleasedCount;
  readonly report: ReportedAs;
}

const partsKey = ({ ad, report }: Found): string =>
  cellsKey({ of: { ...report, impressions: 0 }, ...ad.byCountry });

/** Parts of ad sets' totals by country, as they were drawn with the total's noise. */
async function loadParts(
  db: Database,
  found: readonly Found[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const own = found.filter(({ report, people }) => report.adSetIds.length === 1 && !people.hidden);
  const wanted = new Set(own.map((one) => `${cellsKind(one.people.sigma)} ${partsKey(one)}`));
  if (wanted.size === 0) return new Map();
  const rows = await db
    .select({ kind: released.kind, key: released.key, values: released.values })
    .from(released)
    .where(and(eq(released.epoch, settledEpoch), inArray(released.key, own.map(partsKey))));
  return new Map(
    rows.flatMap(({ kind, key, values }) =>
      wanted.has(`${kind} ${key}`) ? [[key, values] as const] : [],
    ),
  );
}
