import { isUtf8 } from "node:buffer";
import { deflateRawSync } from "node:zlib";
import { packConsents } from "@/lib/network/consent/consent-leaves";
import { identityKey } from "@/lib/network/population/import/identity-key";
import type { ReadPerson } from "@/lib/network/population/import/imported-member";
import { type ReportEntry, refused } from "@/lib/network/population/import/line-outcomes";
import { packMembers } from "@/lib/network/population/import/member-pack";
import { type ReadLine, readLine } from "@/lib/network/population/import/read-line";

export interface ChunkTask {
  readonly text: Uint8Array;
  readonly firstLine: number;
  readonly tooLong: readonly number[];
  /** Days since 1970-01-01 (UTC). */
  readonly today: number;
  readonly pepper: string;
  /** Ids that were imported before. */
  readonly knownIds: readonly string[];
}

/** A chunk as it goes into the database; members are numbered from 0. */
export interface ChunkRows {
  readonly members: number;
  readonly ids: readonly string[];
  readonly packed: Uint8Array;
  /** 32 bytes a member, zeros for who gave none. */
  readonly emailKeys: Uint8Array;
  readonly phoneKeys: Uint8Array;
  readonly leaves: number;
  readonly consents: Uint8Array;
  /** Lines of the report. */
  readonly report: string;
  readonly reasons: Readonly<Record<string, number>>;
}

export const keyBytes = 32;
/** Small and quick: a higher level makes packs 5 % smaller and takes twice as long. */
const level = 3;

/** Reads the lines of a chunk, with the companies that the list has; the same task gives the same rows. Empty lines are passed over. */
export function readChunk(task: ChunkTask, companies: ReadonlySet<string>): ChunkRows {
  const { today, firstLine, pepper } = task;
  const seen = new Set(task.knownIds);
  const people: ReadPerson[] = [];
  const report: string[] = [];
  const reasons: Record<string, number> = {};

  function say(line: number, id: string | null, entry: ReportEntry): void {
    const { outcome, reason, count, said } = entry;
    reasons[reason] = (reasons[reason] ?? 0) + count;
    report.push(
      JSON.stringify({
        line: firstLine + line,
        ...(id === null ? {} : { id }),
        outcome,
        reason,
        ...(outcome === "dropped" ? { count } : {}),
        said,
      }),
    );
  }

  function take(line: number, { person, id, report: entries }: ReadLine): void {
    if (person && seen.has(person.id)) {
      say(line, id, refused("duplicate_id"));
      return;
    }
    for (const entry of entries) say(line, id, entry);
    if (!person) return;
    seen.add(person.id);
    people.push(person);
  }

  const tooLong = new Set(task.tooLong);
  const context = { today, isDeclared: (company: string) => companies.has(company) };
  linesOf(task).forEach((text, line) => {
    if (tooLong.has(line)) say(line, null, refused("line_too_long"));
    else if (text === null) say(line, null, refused("not_utf8"));
    else if (text.trim() !== "") take(line, readLine(text, context));
  });

  const leaves = people.flatMap(({ consents }, member) =>
    consents.map((consent) => ({ ...consent, member })),
  );
  return {
    members: people.length,
    ids: people.map(({ id }) => id),
    packed: deflateRawSync(packMembers(people.map(({ member }) => member)), { level }),
    emailKeys: keysOf(people.map((one) => keyOf(pepper, "email", one.emailSha256))),
    phoneKeys: keysOf(people.map((one) => keyOf(pepper, "phone", one.phoneSha256))),
    leaves: leaves.length,
    consents: deflateRawSync(packConsents(leaves, 0), { level }),
    report: report.map((entry) => `${entry}\n`).join(""),
    reasons,
  };
}

/** The lines as text; null for one that is not UTF-8. */
function linesOf({ text, firstLine }: ChunkTask): readonly (string | null)[] {
  const hasMark = firstLine === 1 && text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength).subarray(
    hasMark ? 3 : 0,
  );
  const lines = isUtf8(bytes) ? bytes.toString("utf8").split("\n") : byteLines(bytes);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function byteLines(bytes: Buffer): (string | null)[] {
  const lines: (string | null)[] = [];
  for (let at = 0; at <= bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const line = bytes.subarray(at, end < 0 ? bytes.length : end);
    lines.push(isUtf8(line) ? line.toString("utf8") : null);
    at += line.length + 1;
  }
  return lines;
}

const keyOf = (pepper: string, kind: "email" | "phone", sha256: string | null) =>
  sha256 === null ? null : identityKey(pepper, kind, sha256);

function keysOf(keys: readonly (Uint8Array | null)[]): Uint8Array {
  const all = new Uint8Array(keys.length * keyBytes);
  keys.forEach((key, i) => {
    if (key) all.set(key, i * keyBytes);
  });
  return all;
}
