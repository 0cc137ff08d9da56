import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { generateMembers } from "@/lib/network/population/generate-members";
import { lineOfMember } from "@/lib/network/population/import/line-of-member";
import { companies } from "@/lib/network/population/lists";
import { membersOf } from "@/lib/network/population/member-at";
import { folderProblem } from "../db/open-embedded";
import { dayNumber } from "../population-facts";
import { StartRefusal } from "../start-refusal";

const usage =
  "Usage: npm run export-sample -- [--members 1000] [--seed 1] [--day YYYY-MM-DD] [--out FILE] [--companies FILE], where the first file may end in .gz or be - for stdout.";

export interface SampleOrder {
  readonly members: number;
  readonly seed: number;
  /** The day on which the file is to be imported, in days since 1970-01-01 (UTC): signals lie up to 180 days before it. */
  readonly today: number;
  readonly out: string;
  /** Where the list of companies goes, beside the members; null: nowhere. */
  readonly companies: string | null;
}

/** @throws StartRefusal for arguments that are not understood. */
export function readSampleOrder(args: readonly string[], now: Date): SampleOrder {
  const text = { type: "string" } as const;
  const options = { members: text, seed: text, day: text, out: text, companies: text };
  try {
    const { values } = parseArgs({ args: [...args], options });
    const day = values.day === undefined ? now : new Date(`${values.day}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) throw new StartRefusal(usage);
    const out = values.out ?? "sample.ndjson";
    return {
      members: whole(values.members ?? "1000"),
      seed: whole(values.seed ?? "1"),
      today: dayNumber(day),
      out,
      companies: values.companies ?? (out === "-" ? null : besides(out)),
    };
  } catch (error) {
    if (error instanceof StartRefusal || !(error instanceof Error)) throw error;
    throw new StartRefusal(`${error.message.split(". ")[0]}. ${usage}`);
  }
}

/** sample.ndjson.gz: sample-companies.ndjson. */
const besides = (out: string): string =>
  `${out.replace(/(\.ndjson)?(\.gz)?$/, "")}-companies.ndjson`;

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new StartRefusal(usage);
  return Number(text);
}

const slice = 2_000;

/** The lines of a sample, some thousand at a time; the same for the same order. */
export function* sampleText({ members, seed, today }: SampleOrder): Generator<string> {
  for (let first = 0; first < members; first += slice) {
    const count = Math.min(slice, members - first);
    const people = membersOf(generateMembers({ seed, first, count, today }));
    yield people.map((member) => `${JSON.stringify(lineOfMember(member, today))}\n`).join("");
  }
}

/** The list of companies that members of any sample work with. */
export const companiesText = (): string =>
  companies.map(({ id, name }) => `${JSON.stringify({ id, name })}\n`).join("");

/** `npm run export-sample`: synthetic members and their companies as files that `npm run import` takes. */
export async function exportSample(order: SampleOrder): Promise<void> {
  const file = order.out === "-" ? process.stdout : createWriteStream(order.out);
  const out: Writable = order.out.endsWith(".gz") ? createGzip() : file;
  const piped = out === file ? out : out.pipe(file);
  const written = file === process.stdout ? null : finished(piped);
  try {
    if (order.companies !== null) await writeFile(order.companies, companiesText());
    for (const text of sampleText(order)) {
      if (!out.write(text)) await Promise.race([once(out, "drain"), written]);
    }
    if (!written) return;
    out.end();
    await written;
  } catch (error) {
    throw folderProblem(path.dirname(path.resolve(order.out)), error) ?? error;
  }
}
