import { memorySuppressions } from "@/lib/network/consent/memory-suppressions";
import { membersIn } from "@/lib/network/population/import/member-pack";
import { memberOfPack } from "@/lib/network/population/import/packed-member";
import { aLine } from "@/lib/network/population/import/testing";
import { companies } from "@/lib/network/population/lists";
import type { Member } from "@/lib/network/population/member";
import type { Database } from "../db/database";
import { readersHere } from "./chunk-readers";
import { declareCompanies } from "./declare-companies";
import { importMembers } from "./import-members";
import { type ImportState, importStore } from "./import-store";
import type { Source } from "./open-source";
import { listPacks } from "./packs";

/** Every imported member, as old as they are in the year. */
export async function everybody(db: Database, year = 2026): Promise<Member[]> {
  const packs = await collect(listPacks(db));
  return packs.flatMap(({ first, pack }) =>
    Array.from({ length: membersIn(pack) }, (_, i) => memberOfPack(pack, i, first, year)),
  );
}

/** Lines of members like `aLine`, each with its own fields. */
export const linesOf = (fields: readonly Readonly<Record<string, unknown>>[]): string =>
  fields.map((one) => `${JSON.stringify(aLine(one))}\n`).join("");

/** Lines of members m-<first>, m-<first + 1> ... */
export const manyLines = (count: number, first = 0): string =>
  linesOf(Array.from({ length: count }, (_, i) => ({ id: `m-${first + i}` })));

/** Those of the synthetic network, and of lines that tests make up. */
const usualCompanies = [...companies.map(({ id }) => id), "lakeside", "hilltop"];

export const testPepper = "the pepper of a test deployment";

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** A source in memory that ends like a pulled cable when `breaks` says so. */
export function sourceOf(text: string, breaks: Error | null = null): Source {
  const bytes = new TextEncoder().encode(text);
  return {
    name: "members.ndjson",
    key: null,
    size: bytes.length,
    consumed: () => 0,
    async *read(from) {
      yield bytes.subarray(from);
      if (breaks) throw breaks;
    },
  };
}

/** Imports a text in this thread; answers where it ended and its report. */
export async function importText(
  db: Database,
  text: string,
  {
    id = "a file",
    day,
    source = sourceOf(text),
    companies: declared = usualCompanies,
  }: { id?: string; day: number; source?: Source; companies?: readonly string[] },
): Promise<{ readonly state: ImportState; readonly report: string }> {
  await declareCompanies(
    db,
    declared.map((one) => ({ id: one, name: one })),
  );
  const store = importStore(db);
  const fresh: ImportState = {
    id,
    name: source.name,
    day,
    startedAt: new Date(),
    finishedAt: null,
    lines: 0,
    bytes: 0,
    members: 0,
    reasons: {},
    reportBytes: 0,
  };
  const known = await store.find(id);
  if (!known) await store.begin(fresh);
  let report = "";
  const state = await importMembers(
    {
      store,
      source,
      readers: readersHere(new Set(declared)),
      pepper: testPepper,
      suppressions: memorySuppressions(),
      now: () => new Date(),
      onProgress: () => undefined,
      report: {
        path: "",
        add: async (lines) => {
          report += lines;
          return report.length;
        },
        close: async () => undefined,
      },
    },
    known ?? fresh,
  );
  return { state, report };
}
