import type { Range } from "@/lib/ad-api/panel";
import { csvRow } from "./csv-cell";
import type { Report, ReportNumbers } from "./report";
import { sayDays } from "./words";

type Row = readonly (string | number | null)[];

export interface CsvOf {
  /** Where the same report stands. */
  readonly link: string;
  /** ISO 8601 */
  readonly exportedAt: string;
}

const hiddenText = "fewer than 1,000";
const people = (range: Range): Row =>
  range.hidden ? [hiddenText, null, null] : [range.shown, range.lower, range.upper];
const round = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

function numbers(of: ReportNumbers, minorUnits: number): Row {
  return [
    of.spendMinor / minorUnits,
    of.impressions,
    ...people(of.reach),
    round(of.frequency, 2),
    of.clicks,
  ];
}

const numberHeads = (currency: string): Row => [
  `Spend (${currency})`,
  "Impressions",
  "People reached",
  "People, lower",
  "People, upper",
  "Times each",
  "Clicks",
];

/**
 * A report as a file for a spreadsheet: UTF-8 with a mark, CRLF. It carries what it is of (client, period, zone, filters,
 * method, date and link), and its total row is the union, said to be no sum.
 */
export function reportCsv(report: Report, of: CsvOf): string {
  const major = (minor: number | null) => (minor === null ? null : minor / report.minorUnits);
  const heads = numberHeads(report.currency);
  const about: Row[] = [
    ["Report", report.client],
    ["Agency", report.agency],
    ["Period", sayDays(report.period), report.period.since, report.period.until],
    ["Closed days up to", report.settledUntil ?? "none"],
    ["Time zone", report.timeZone],
    ["Currency", report.currency],
    ["Filters", "All campaigns; closed days only, except where a day says projection"],
    ["Network time", report.readAt],
    ["Exported", of.exportedAt],
    ["Link", of.link],
    ["In words", report.headline],
  ];
  const campaigns: Row[] = report.campaigns.map((one) => [
    one.name,
    one.standing.replace("_", " "),
    one.company,
    one.days?.since ?? null,
    one.days?.until ?? null,
    ...numbers(one.numbers, report.minorUnits),
    major(one.plannedToDateMinor),
    round(one.pace, 3),
    one.audience,
  ]);
  const sections: Row[][] = [
    about,
    [
      ["Campaign", "Status", "Company", "First day", "Last day", ...heads].concat([
        "Planned to date",
        "Of plan",
        "Audience",
      ]),
      ...campaigns,
      [
        "All campaigns: different people, not the sum of the rows",
        null,
        null,
        null,
        null,
        ...numbers(report.total, report.minorUnits),
        major(report.plan.spendToDateMinor),
        round(report.plan.pace, 3),
      ],
    ],
    [
      ["Week from", "Week to", ...heads, "New people, about"],
      ...report.weeks.map(
        (week): Row => [
          week.since,
          week.until,
          ...numbers(week.numbers, report.minorUnits),
          week.newPeople ?? "too few to say",
        ],
      ),
    ],
    [
      [
        "Day",
        `Spend (${report.currency})`,
        "Impressions",
        "People reached since the first day",
        "People, lower",
        "People, upper",
        "Kind",
      ],
      ...report.days.map(
        (day): Row => [
          day.day,
          major(day.spendMinor),
          day.impressions,
          ...people(day.cumulative),
          day.projected ? "projection" : "closed",
        ],
      ),
    ],
    ...(report.overlap
      ? [
          [
            [
              "People reached by exactly these campaigns",
              "People",
              "People, lower",
              "People, upper",
            ],
            ...report.overlap.cells.map(
              (cell): Row => [
                cell.campaigns.map((index) => report.campaigns[index]?.name ?? "").join(" + "),
                ...people(cell.range),
              ],
            ),
          ],
        ]
      : []),
    [["Method"], ...report.method.map((note): Row => [note.term, note.text])],
  ];
  const text = sections.map((rows) => rows.map(csvRow).join("\r\n")).join("\r\n\r\n");
  return `\ufeff${text}\r\n`;
}

/** "lakeside-cycles-2026-09-01-2026-09-28.csv" */
export function csvName(report: Report): string {
  const name = report.client
    .normalize("NFKD")
    .replace(/[^a-zA-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return `${name || "report"}-${report.period.since}-${report.period.until}.csv`;
}
