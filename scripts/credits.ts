import { addDays, startOfDay } from "@/lib/network/delivery/calendar";
import { createDelivery } from "@/lib/network/delivery/create-delivery";
import type { Insight } from "@/lib/network/delivery/delivery";
import type { Flight, FlightAccount } from "@/lib/network/delivery/flight";
import { memorySettledDays } from "@/lib/network/delivery/memory-settled-days";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { standardWindows } from "@/lib/network/release/budget";
import { createRelease } from "@/lib/network/release/create-release";
import { creditUnits } from "@/lib/network/release/ladder";
import { nothingSpent } from "@/lib/network/release/release-table";
import { chainOf, editedAudience } from "./credits/edit-audience";
import { drawn, paperEngine, paperSize } from "./credits/paper-engine";
import { spendingTable } from "./credits/spending";

/**
 * Replays a month of an agency with 12 clients at 2 million members through the real release and delivery, over an engine
 * that knows sizes but no people, and prints what it costs: 20 audiences edited 15 times, 24 campaigns looked at on every
 * working day, a day of each opened every week, a report for each client at the end. The budget is enforced, so what it refused is
 * printed too. `npm run credits -- 12` replays so many months one after another, each with new audiences and campaigns.
 */
const months = Math.max(1, Number(process.argv[2] ?? 1));
const firstDay = "2026-03-02";
const lengthDays = 30;
const clients = 12;
const audiences = 20;
const by = { workspaceId: "agency" };

let first = firstDay;
let now = startOfDay(first, "Europe/Berlin");
const spending = spendingTable(by.workspaceId);
const engine = paperEngine();
const release = createRelease({
  engine,
  table: spending.table,
  key: "a replay needs no secret",
  epochSalt: "replay",
  countries: ["BR", "DE", "ES", "FR", "GB", "ID", "IN", "IT", "MX", "NL", "PL", "TR", "US"],
  wallNow: () => now,
  networkNow: () => now,
});
let edited: readonly (readonly Expression[])[] = [];
let flights: readonly Flight[] = [];
const peaks = standardWindows.map(({ days }) => ({ days, spent: nothingSpent }));
const delivery = createDelivery({
  engine,
  release,
  settled: memorySettledDays(),
  flights: {
    listFlights: async ({ accountId, campaignIds }) =>
      flights.filter(
        (flight) =>
          (!accountId || flight.account.id === accountId) &&
          (!campaignIds || campaignIds.includes(flight.campaignId)),
      ),
  },
  clock: { now: () => now, rate: 1 },
  // Asked for the value released for each week; none of these audiences shrinks.
  onTooSmall: async () => undefined,
});

for (let month = 0; month < months; month += 1) {
  first = addDays(firstDay, month * lengthDays);
  edited = Array.from({ length: audiences }, (_, i) => editedAudience(`${month} audience ${i}`));
  flights = Array.from({ length: clients * 2 }, (_, index) => flightOf(month, index));
  for (let day = 0; day < lengthDays; day += 1) await workOn(day);
  now = startOfDay(addDays(first, lengthDays), "Europe/Berlin");
  spending.doing("monthly reports");
  for (const client of clientIndexes()) await report(client);
  await notePeaks();
}
await print();

async function workOn(day: number): Promise<void> {
  const today = addDays(first, day);
  now = new Date(startOfDay(today, "Europe/Berlin").getTime() + 10 * 3_600_000);
  spending.doing("pacing");
  await delivery.settle({});
  if (day % 7 >= 5) return;
  await edit(edited[Math.floor(day / 7) * 5 + (day % 7)] ?? []);
  spending.doing("campaigns and overview, every working day");
  for (const client of clientIndexes()) await lookAt(client, today);
  spending.doing("one day of each campaign, every week");
  if (day % 7 === 3) for (const client of clientIndexes()) await open(client, addDays(today, -1));
  await notePeaks();
}

async function notePeaks(): Promise<void> {
  for (const [index, { days, spent: most }] of peaks.entries()) {
    const since = new Date(now.getTime() - days * 86_400_000);
    const spent = await spending.table.spent(by.workspaceId, since);
    peaks[index] = {
      days,
      spent: {
        questions: Math.max(most.questions, spent.questions),
        reports: Math.max(most.reports, spent.reports),
        pacing: Math.max(most.pacing, spent.pacing),
      },
    };
  }
}

function* clientIndexes(): Generator<number> {
  for (let client = 0; client < clients; client += 1) yield client;
}

function accountOf(client: number): FlightAccount {
  const id = `${100 + client}`;
  return { id, workspaceId: "agency", currency: "EUR", minorUnits: 100, timeZone: "Europe/Berlin" };
}

function flightOf(month: number, index: number): Flight {
  const expression = edited[index % audiences]?.at(-1) ?? everyone;
  const startsAt = startOfDay(
    addDays(first, Math.floor(drawn(`${month} start ${index}`) * 10)),
    "Europe/Berlin",
  );
  return {
    adSetId: 1000 * (month + 1) + index,
    campaignId: 100 * month + index,
    account: accountOf(Math.floor(index / 2)),
    expression,
    objective: "OUTCOME_TRAFFIC",
    budget: { kind: "daily", minor: 2000 + Math.floor(drawn(`${month} budget ${index}`) * 18_000) },
    startsAt,
    endsAt: startOfDay(addDays(first, lengthDays), "Europe/Berlin"),
    ads: [],
    companyId: null,
    maxFrequency: null,
    live: [{ from: startsAt, to: null }],
  };
}

async function edit(states: readonly Expression[]): Promise<void> {
  for (const state of states) {
    const chain = chainOf(state);
    spending.doing("builder: size");
    note(await release.count(by, state));
    note(await release.count(by, { ...everyone, countries: state.countries }));
    spending.doing("builder: what each choice keeps");
    for (const [index, after] of chain.entries()) {
      note(await release.coarse(by, after));
      note(await release.share(by, chain[index - 1] ?? everyone, after));
    }
    spending.doing("builder: breakdowns");
    for (const dimensions of [["age", "gender"], ["country"], ["device"], ["social"]] as const) {
      note(await release.cells(by, state, dimensions));
    }
  }
}

function campaignsOf(client: number): readonly number[] {
  const own = flights.filter(({ account }) => account.id === accountOf(client).id);
  return own.map(({ campaignId }) => campaignId);
}

async function lookAt(client: number, today: string): Promise<void> {
  const account = accountOf(client);
  const range = { since: first, until: today, settledOnly: false } as const;
  const all = { account, accountId: account.id, level: "account", ...range } as const;
  noteRows(await delivery.insights({ ...all, increment: 1 }));
  for (const campaignId of campaignsOf(client)) {
    const own = { account, campaignIds: [campaignId], level: "campaign", ...range } as const;
    noteRows(await delivery.insights({ ...own, increment: "all" }));
    noteRows(await delivery.insights({ ...own, increment: 1 }));
  }
}

async function open(client: number, day: string): Promise<void> {
  const account = accountOf(client);
  const campaignIds = campaignsOf(client);
  const one = { account, campaignIds, level: "campaign", settledOnly: true, increment: 1 } as const;
  noteRows(await delivery.insights({ ...one, since: day, until: day }));
}

async function report(client: number): Promise<void> {
  const account = accountOf(client);
  const range = { account, since: first, until: addDays(first, lengthDays - 1), settledOnly: true };
  for (const increment of ["all", 7, 1] as const) {
    noteRows(await delivery.insights({ ...range, level: "account", increment }));
  }
  noteRows(await delivery.insights({ ...range, level: "campaign", increment: "all" }));
  note(await delivery.overlap(account, campaignsOf(client), range.since, range.until));
}

function note(answer: { readonly ok: boolean }): void {
  if (!answer.ok) spending.refused();
}

function noteRows(rows: readonly Insight[]): void {
  for (const { reachBasis, cumulativeBasis } of rows) {
    if (reachBasis === "budget_spent" || cumulativeBasis === "budget_spent") spending.refused();
  }
}

async function print(): Promise<void> {
  const sizes = edited.map((states) => paperSize(states.at(-1) ?? everyone)).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)];
  console.log(
    `${audiences} audiences x ${edited[0]?.length} edits, ${flights.length} campaigns, ${lengthDays} days, 2M members${months > 1 ? `, ${months} times` : ""}; final audiences ${sizes[0]}, median ${middle}, largest ${sizes.at(-1)}.\n`,
  );
  let total = 0;
  for (const { name, answers, credits } of spending.lines()) {
    total += credits;
    console.log(
      `${credits.toFixed(1).padStart(8)} credits ${String(answers).padStart(6)} answers  ${name}`,
    );
  }
  console.log(`${total.toFixed(1).padStart(8)} credits in all`);
  console.log(
    `${String(spending.refusals()).padStart(8)} refused or projected for want of budget\n`,
  );
  const credits = (units: number) => (units / creditUnits).toFixed(1);
  for (const [index, { days, questions, total: limit }] of standardWindows.entries()) {
    const most = peaks[index]?.spent ?? nothingSpent;
    const all = most.questions + most.reports + most.pacing;
    console.log(
      `the dearest ${String(days).padStart(3)} days: questions ${credits(most.questions)} of ${credits(questions)}, pacing ${credits(most.pacing)}, all at most ${credits(all)} of ${credits(limit)}`,
    );
  }
  console.log(
    months > 1
      ? ""
      : `twelve such months: ${(12 * total).toFixed(1)} of 3000.0 (to replay them: -- 12)`,
  );
}
