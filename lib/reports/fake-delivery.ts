import type { AdApi, InsightsQuery } from "@/lib/ad-api/ad-api";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { EffectiveStatus, InsightRow } from "@/lib/ad-api/objects";
import type { Range } from "@/lib/ad-api/panel";
import { addDays, dayIn } from "@/lib/campaigns/days";
import { ok, type Result } from "@/lib/result";

/** People numbered from..to (to not included): small to write, and their unions are exact. */
export type People = readonly [from: number, to: number];

export interface RanDay {
  readonly people: People;
  readonly impressions: number;
  readonly spendMinor: number;
}

export interface RanCampaign {
  readonly id: string;
  readonly name: string;
  readonly status?: EffectiveStatus;
  readonly days: Readonly<Record<string, RanDay>>;
}

export interface FakeDelivery {
  readonly adApi: Pick<
    AdApi,
    "clock" | "insights" | "listCampaigns" | "reachOverlap" | "browseSegments"
  >;
  /** Accounts by id, each with the campaigns that ran in it. */
  readonly accounts: Map<string, readonly RanCampaign[]>;
  /** Accounts whose every call is refused, and whose every call throws. */
  readonly silent: Set<string>;
  readonly crashing: Set<string>;
  overlapRefused: boolean;
  now: Date;
  readonly timeZone: string;
}

const floor = 1000;

/** Counts people once, however many intervals they are in. */
export function countPeople(intervals: readonly People[]): number {
  let people = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    people += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return people;
}

export const released = (people: number): Range =>
  people < floor
    ? { shown: 0, lower: 0, upper: floor, step: 50, hidden: true }
    : {
        shown: people,
        lower: Math.floor(people * 0.98),
        upper: Math.ceil(people * 1.02),
        step: 1,
        hidden: false,
      };

const within = (campaign: RanCampaign, since: string, until: string): readonly RanDay[] =>
  Object.entries(campaign.days)
    .filter(([day]) => day >= since && day <= until)
    .map(([, ran]) => ran);

function rowsFor(
  campaigns: readonly RanCampaign[],
  { since, until, increment, settledOnly }: InsightsQuery,
  today: string,
): InsightRow[] {
  const end = settledOnly && until >= today ? addDays(today, -1) : until;
  const rows: InsightRow[] = [];
  for (let from = since; from <= end; ) {
    const to = increment === "all" ? end : [addDays(from, increment - 1), end].sort()[0];
    if (!to) break;
    const ran = campaigns.flatMap((campaign) => within(campaign, from, to));
    const reach = released(countPeople(ran.map(({ people }) => people)));
    const before = campaigns.flatMap((campaign) => within(campaign, since, to));
    const sum = (pick: (day: RanDay) => number) => ran.reduce((total, day) => total + pick(day), 0);
    // The network answers no row for days on which nothing ran.
    if (ran.length > 0) {
      rows.push({
        date_start: from,
        date_stop: to,
        impressions: String(sum(({ impressions }) => impressions)),
        spend: (sum(({ spendMinor }) => spendMinor) / 100).toFixed(2),
        ...(reach.hidden ? {} : { reach: String(reach.shown), clicks: "12" }),
        nod_reach: reach,
        nod_cumulative_reach: released(countPeople(before.map(({ people }) => people))),
        nod_projected: to >= today,
      });
    }
    from = addDays(to, 1);
  }
  return rows;
}

/** A network that has delivered what it is told to have delivered, in minor units of a hundred, and counts people as sets. */
export function fakeDelivery(today = "2026-09-29", timeZone = "Europe/Berlin"): FakeDelivery {
  const refusal: AdApiRefusal = { code: "unavailable", message: "It is down.", traceId: "T9" };
  async function answer<T>(
    account: string,
    value: (campaigns: readonly RanCampaign[]) => T,
  ): Promise<Result<T, AdApiRefusal>> {
    if (fake.crashing.has(account)) throw new Error("A bug.");
    if (fake.silent.has(account)) return { ok: false, error: refusal };
    return ok(value(fake.accounts.get(account) ?? []));
  }
  const fake: FakeDelivery = {
    accounts: new Map(),
    silent: new Set(),
    crashing: new Set(),
    overlapRefused: false,
    now: new Date(`${today}T10:00:00Z`),
    timeZone,
    adApi: {
      browseSegments: async () =>
        ok([
          {
            id: "410",
            name: "Cycling",
            path: ["Sports", "Cycling"],
            kind: "interest" as const,
            policy: "allowed" as const,
            parent: false,
            parent_id: null,
            size: null,
          },
        ]),
      clock: async () => ok({ now: fake.now.toISOString(), rate: 60 }),
      listCampaigns: (account) =>
        answer(account, (campaigns) =>
          campaigns.map(({ id, name, status = "ACTIVE" }) => ({
            id,
            account_id: account,
            name,
            objective: "OUTCOME_AWARENESS" as const,
            configured_status: status === "PAUSED" ? ("PAUSED" as const) : ("ACTIVE" as const),
            effective_status: status,
            created_time: fake.now.toISOString(),
            updated_time: fake.now.toISOString(),
          })),
        ),
      insights: (account, query) =>
        answer(account, (campaigns) => {
          const day = dayIn(timeZone, fake.now);
          return query.level === "account"
            ? rowsFor(campaigns, query, day)
            : campaigns.flatMap((campaign) =>
                rowsFor([campaign], query, day).map((row) => ({
                  ...row,
                  campaign_id: campaign.id,
                })),
              );
        }),
      reachOverlap: (account, ids, since, until) =>
        fake.overlapRefused
          ? answer("refused", () => ({ total: released(0), cells: [] }))
          : answer(account, (campaigns) => overlapOf(campaigns, ids, since, until)),
    },
  };
  fake.silent.add("refused");
  return fake;
}

function overlapOf(
  campaigns: readonly RanCampaign[],
  ids: readonly string[],
  since: string,
  until: string,
) {
  const sets = ids.map((id) =>
    campaigns
      .filter((campaign) => campaign.id === id)
      .flatMap((campaign) => within(campaign, since, until).map(({ people }) => people)),
  );
  const edges = [...new Set(sets.flat().flat())].sort((a, b) => a - b);
  const people = new Map<string, number>();
  edges.forEach((from, index) => {
    const to = edges[index + 1] ?? from;
    const inside = ids.filter((_, at) => sets[at]?.some(([a, b]) => a <= from && to <= b));
    if (inside.length > 0) {
      const key = inside.join();
      people.set(key, (people.get(key) ?? 0) + (to - from));
    }
  });
  return {
    total: released(countPeople(sets.flat())),
    cells: [...people].map(([key, count]) => ({
      campaignIds: key.split(","),
      range: released(count),
    })),
  };
}
