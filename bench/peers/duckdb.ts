import { countries } from "@/lib/network/population/lists";
import { ageBands, type Dimension, devices, genders } from "@/lib/network/reach/expression";
import type { Panel } from "../panel";
import type { Rows } from "../people";
import { adsBits, companyBits, type Plan, type PlannedRule, planOf } from "./ask-plan";
import { loadPackage } from "./packages";
import type { OpenPeer } from "./peer";

/** The part of the package that is used. */
interface Duckdb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
  readonly DuckDBDataChunk: { create(types: readonly unknown[], rows: number): Chunk };
  readonly UTINYINT: unknown;
  readonly USMALLINT: unknown;
  readonly UINTEGER: unknown;
}
interface Chunk {
  rowCount: number;
  setColumnValues(column: number, values: ArrayLike<number>): void;
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJS(): (number | bigint)[][] }>;
  createAppender(table: string): Promise<Appender>;
  closeSync(): void;
}
interface Appender {
  appendDataChunk(chunk: Chunk): void;
  flushSync(): void;
  closeSync(): void;
}

const chunkRows = 2048;
const dimensionsInOrder: readonly (readonly [Dimension, readonly string[]])[] = [
  ["country", countries.map(({ code }) => code)],
  ["age", ageBands],
  ["gender", genders],
  ["device", devices],
  ["social", ["no", "yes"]],
];

/** DuckDB in memory on one thread, signals and companies sorted by what they are about, so that it can pass over the rest. */
export const openDuckdb: OpenPeer = async (_, gather) => {
  const duckdb = loadPackage<Duckdb>("@duckdb/node-api");
  const { UTINYINT: byte, USMALLINT: short, UINTEGER: word } = duckdb;
  const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
  await connection.run("SET threads = 1");
  const people = gather();
  await fill("people", [
    ["id", "UINTEGER", word, Uint32Array.from({ length: people.count }, (_, i) => i)],
    ["country", "UTINYINT", byte, people.country],
    ["region", "USMALLINT", short, people.region],
    ["age", "UTINYINT", byte, people.ageBand],
    ["gender", "UTINYINT", byte, people.gender],
    ["device", "UTINYINT", byte, people.device],
    ["social", "UTINYINT", byte, people.onSocial],
    ["consent", "USMALLINT", short, people.consent],
  ]);
  await fillRows("signals", sorted(people.signals));
  await fillRows("companies", sorted(people.companies));

  async function fillRows(table: string, rows: Rows): Promise<void> {
    await fill(table, [
      ["person", "UINTEGER", word, rows.person],
      ["what", "USMALLINT", short, rows.what],
      ["how", "UTINYINT", byte, rows.how],
      ["day", "USMALLINT", short, rows.day],
    ]);
  }

  type Column = readonly [string, string, unknown, Uint8Array | Uint16Array | Uint32Array];
  async function fill(table: string, columns: readonly Column[]): Promise<void> {
    const fields = columns.map(([name, sql]) => `${name} ${sql} NOT NULL`).join(", ");
    await connection.run(`CREATE TABLE ${table} (${fields})`);
    const appender = await connection.createAppender(table);
    const types = columns.map(([, , type]) => type);
    const count = columns[0]?.[3].length ?? 0;
    for (let from = 0; from < count; from += chunkRows) {
      const rows = Math.min(chunkRows, count - from);
      const chunk = duckdb.DuckDBDataChunk.create(types, rows);
      columns.forEach(([, , , values], i) => {
        chunk.setColumnValues(i, values.subarray(from, from + rows));
      });
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
    appender.closeSync();
  }

  const size = await connection.runAndReadAll(
    "SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory()",
  );
  return {
    name: "DuckDB",
    bytes: Number(size.getRowsJS()[0]?.[0] ?? 0),
    async answer(question) {
      const rows = await connection.runAndReadAll(sqlOf(planOf(question)));
      return panelOf(rows.getRowsJS());
    },
    async close() {
      connection.closeSync();
    },
  };
};

function panelOf(rows: readonly (readonly (number | bigint)[])[]): Panel {
  const by = { country: {}, age: {}, gender: {}, device: {}, social: {} } satisfies Record<
    Dimension,
    Record<string, number>
  > as Record<Dimension, Record<string, number>>;
  let count = 0;
  for (const row of rows) {
    const people = Number(row[dimensionsInOrder.length] ?? 0);
    count += people;
    dimensionsInOrder.forEach(([dimension, values], i) => {
      const value = values[Number(row[i])] ?? "";
      by[dimension][value] = (by[dimension][value] ?? 0) + people;
    });
  }
  return { count, by };
}

function sqlOf(plan: Plan): string {
  const ads = `consent >> ${adsBits}`;
  const some = plan.asksAboutCompanies ? `(${ads}) & (consent >> ${companyBits})` : ads;
  const within = (column: string, asked: readonly number[]) =>
    asked.length === 0 ? [] : [`${column} IN (${asked.join(", ")})`];
  const places = [...within("country", plan.countries), ...within("region", plan.regions)];
  const tests = [
    `age < ${ageBands.length}`,
    `((${some}) & 7) <> 0`,
    ...(places.length > 0 ? [`(${places.join(" OR ")})`] : []),
    ...within("age", plan.ages),
    ...within("gender", plan.genders),
    ...within("device", plan.devices),
    ...plan.groups.map((group) => `id IN (${peopleIn(group)})`),
    ...(plan.never.length > 0 ? [`id NOT IN (${peopleIn(plan.never)})`] : []),
  ];
  const dimensions = "country, age, gender, device, social";
  return `SELECT ${dimensions}, count(*) FROM people WHERE ${tests.join(" AND ")} GROUP BY ${dimensions}`;
}

function peopleIn(rules: readonly PlannedRule[]): string {
  const parts = (["signals", "companies"] as const).flatMap((table) => {
    const own = rules.filter(({ of }) => of === table);
    const tests = own.map(
      ({ what, leastHow, fromDay }) =>
        `(what IN (${what.join(", ")}) AND how >= ${leastHow} AND day >= ${fromDay})`,
    );
    return own.length > 0 ? [`SELECT person FROM ${table} WHERE ${tests.join(" OR ")}`] : [];
  });
  return parts.join(" UNION ALL ");
}

function sorted(rows: Rows): Rows {
  const next = new Uint32Array(65_537);
  for (const what of rows.what) next[what + 1] = (next[what + 1] ?? 0) + 1;
  for (let i = 0; i < 65_536; i += 1) next[i + 1] = (next[i + 1] ?? 0) + (next[i] ?? 0);
  const { count } = rows;
  const person = new Uint32Array(count);
  const what = new Uint16Array(count);
  const how = new Uint8Array(count);
  const day = new Uint16Array(count);
  for (let row = 0; row < count; row += 1) {
    const one = rows.what[row] ?? 0;
    const at = next[one] ?? 0;
    next[one] = at + 1;
    person[at] = rows.person[row] ?? 0;
    what[at] = one;
    how[at] = rows.how[row] ?? 0;
    day[at] = rows.day[row] ?? 0;
  }
  return { count, person, what, how, day };
}
