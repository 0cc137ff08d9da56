import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell } from "./csv-cell";
import { getReport } from "./get-report";
import { csvName, reportCsv } from "./report-csv";
import { aReportingWorld, launched, ran, september } from "./testing";

const of = { link: "https://nod.example/reports?client=c1", exportedAt: "2026-09-29T10:00:00Z" };

async function csvOf(name = "Spring", people: readonly [number, number] = [0, 300_000]) {
  const world = aReportingWorld();
  world.own.push(launched("1", { name }));
  world.network.accounts.set("act_1", [ran("1", people)]);
  const report = await getReport(world.manager, { clientId: "c1", ...september });
  if (!report.ok) throw new Error(report.error.message);
  return { report: report.value, csv: reportCsv(report.value, of) };
}

/** A small reader of RFC 4180, to see what a spreadsheet sees. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, raw = "", end] of csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)) {
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}

describe("A report as a file", () => {
  test("carries its period, zone, filters, method, date and link", async () => {
    const rows = read((await csvOf()).csv.slice(1));
    const said = new Map(rows.map(([term, text]) => [term, text]));
    expect(said.get("Period")).toMatch(/^1–28 Sept? 2026$/);
    expect(said.get("Time zone")).toBe("Europe/Berlin");
    expect(said.get("Filters")).toContain("All campaigns");
    expect(said.get("Link")).toBe(of.link);
    expect(said.get("Exported")).toBe(of.exportedAt);
    expect(said.get("Reach never adds up")).toContain("no total here is a sum");
  });

  test("says fewer than 1,000 where a number is hidden, and leaves its cells empty", async () => {
    const rows = read((await csvOf("Spring", [0, 400])).csv);
    const row = rows.find(([name]) => name === "Spring");
    expect(row?.slice(7, 12)).toEqual(["fewer than 1,000", "", "", "", ""]);
  });

  test("keeps money in major units of the client's currency", async () => {
    const rows = read((await csvOf()).csv);
    const heads = rows.find(([first]) => first === "Campaign") ?? [];
    const row = rows.find(([name]) => name === "Spring") ?? [];
    expect(row[heads.indexOf("Spend (EUR)")]).toBe("2800");
    expect(row[heads.indexOf("Planned to date")]).toBe("2800");
  });

  test("has a plain name", async () => {
    expect(csvName((await csvOf()).report)).toBe("lakeside-cycles-2026-09-01-2026-09-28.csv");
    const { report } = await csvOf();
    expect(csvName({ ...report, client: '../\r\n"日本"' })).toBe(
      "report-2026-09-01-2026-09-28.csv",
    );
  });
});

describe("A cell that a spreadsheet would run", () => {
  test.each([
    '=HYPERLINK("http://evil.example","Click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "\uff1d1",
  ])("is shown as text: %j", (text) => {
    const [[cell] = []] = read(csvCell(text));
    expect(cell?.startsWith("'")).toBe(true);
  });

  test("stays text when a campaign is called that", async () => {
    const { csv } = await csvOf('=cmd|" /C calc"!A0');
    for (const row of read(csv.slice(1))) {
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+@]/);
    }
  });

  test("whatever is written, a reader gets it back, at most with an apostrophe before it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."=+-@\"',;\t a1\u00e9\uff1d\u65e5\u0000") }),
        (text) => {
          const plain = text.replace(/[\r\n]/g, " ");
          const [[cell] = []] = read(csvCell(plain));
          expect(cell === plain || cell === `'${plain}`).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("numbers stay numbers, negative ones too", () => {
    expect(csvCell(-12.5)).toBe("-12.5");
    expect(csvCell(Number.NaN)).toBe("");
    expect(csvCell(null)).toBe("");
  });
});
