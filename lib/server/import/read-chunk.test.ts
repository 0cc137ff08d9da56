import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { unpackConsents } from "@/lib/network/consent/consent-leaves";
import { identityKey } from "@/lib/network/population/import/identity-key";
import { unpackMembers } from "@/lib/network/population/import/member-pack";
import { memberOfPack } from "@/lib/network/population/import/packed-member";
import { aLine, importDay } from "@/lib/network/population/import/testing";
import { type ChunkTask, readChunk } from "./read-chunk";

const pepper = "the pepper of a test deployment";

const read = (text: string | Uint8Array, more: Partial<ChunkTask> = {}) =>
  readChunk(
    {
      text: typeof text === "string" ? new TextEncoder().encode(text) : text,
      firstLine: 1,
      tooLong: [],
      today: importDay,
      pepper,
      knownIds: [],
      ...more,
    },
    new Set(["lakeside"]),
  );
const line = (fields: Readonly<Record<string, unknown>> = {}) => JSON.stringify(aLine(fields));
const reportOf = ({ report }: { readonly report: string }): unknown[] =>
  report
    .split("\n")
    .filter(Boolean)
    .map((entry) => JSON.parse(entry));

describe("A chunk of lines", () => {
  test("is read whatever its line ends, its byte order mark and its empty lines", () => {
    const text = `\ufeff${line({ id: "a" })}\r\n\n  \r\n${line({ id: "b" })}`;
    const rows = read(text);
    expect(rows.ids).toEqual(["a", "b"]);
    expect(rows.reasons).toEqual({});
    expect(read("").members).toBe(0);
    expect(read("\n\n").reasons).toEqual({});
  });

  test("takes a byte order mark at the beginning only", () => {
    expect(read(`\ufeff${line()}`, { firstLine: 4097 }).reasons).toEqual({ not_json: 1 });
  });

  test("names each line that is refused by its number, and goes on after it", () => {
    const latin1 = Buffer.from(`${line({ id: "a" })}\n{"id":"Jos\xe9"}\n`, "latin1");
    const rest = Buffer.from(
      `\n{"id":\n${line({ id: "a" })}\n${line({ id: "k" })}\n${line({ id: "é" })}\n${line({ id: "z" })}`,
    );
    const rows = read(Buffer.concat([latin1, rest]), {
      firstLine: 11,
      tooLong: [2],
      knownIds: ["k"],
    });
    expect(rows.ids).toEqual(["a", "z"]);
    expect(reportOf(rows)).toMatchObject([
      { line: 12, outcome: "refused", reason: "not_utf8" },
      { line: 13, outcome: "refused", reason: "line_too_long" },
      { line: 14, outcome: "refused", reason: "not_json" },
      { line: 15, id: "a", outcome: "refused", reason: "duplicate_id" },
      { line: 16, id: "k", outcome: "refused", reason: "duplicate_id" },
      { line: 17, outcome: "refused", reason: "invalid_field" },
    ]);
    expect(rows.reasons).toEqual({
      not_utf8: 1,
      line_too_long: 1,
      not_json: 1,
      duplicate_id: 2,
      invalid_field: 1,
    });
  });

  test("says what was dropped with its count, and nothing about what a refused duplicate would have lost", () => {
    const minor = { birth_year: 2010 };
    const rows = read(`${line({ id: "a", ...minor })}\n${line({ id: "a", ...minor })}`);
    expect(reportOf(rows)).toEqual([
      expect.objectContaining({
        line: 1,
        id: "a",
        outcome: "dropped",
        reason: "signal_under_18",
        count: 1,
      }),
      expect.objectContaining({ line: 2, id: "a", outcome: "refused", reason: "duplicate_id" }),
    ]);
  });

  test("holds its people and one leaf for each of their consents, in the order of the lines", () => {
    const consent = { recipients: ["photos"], at: "2026-10-01T09:00:00Z", notice: "v1" };
    const two = [
      { ...consent, purpose: "safety" },
      { ...consent, purpose: "relevant_ads" },
    ];
    const rows = read(`${line({ id: "a" })}\n${line({ id: "b", consents: two })}`);
    const pack = unpackMembers(inflateRawSync(rows.packed));
    expect(memberOfPack(pack, 1, 70, 2026)).toMatchObject({ number: 71, consent: 0b100000000100 });
    const leaves = unpackConsents(inflateRawSync(rows.consents), 70);
    expect(leaves.map((leaf) => [leaf?.member, leaf?.purpose])).toEqual([
      [70, "relevant_ads"],
      [71, "safety"],
      [71, "relevant_ads"],
    ]);
    expect(rows.leaves).toBe(3);
  });

  test("knows people again under the pepper only, never by the plain hash", () => {
    const email = "AB".repeat(32);
    const rows = read(`${line({ email_sha256: email })}\n${line({ id: "b", email_sha256: null })}`);
    const known = identityKey(pepper, "email", email.toLowerCase());
    expect(Buffer.from(rows.emailKeys.subarray(0, 32))).toEqual(known);
    expect(rows.emailKeys.subarray(32)).toEqual(new Uint8Array(32));
    expect(identityKey("another pepper", "email", email.toLowerCase())).not.toEqual(known);
    expect(identityKey(pepper, "phone", email.toLowerCase())).not.toEqual(known);
    const stored = [rows.packed, rows.consents, rows.emailKeys].map((bytes) =>
      Buffer.from(bytes).toString("hex"),
    );
    expect(stored.join()).not.toContain("ab".repeat(32));
  });
});
