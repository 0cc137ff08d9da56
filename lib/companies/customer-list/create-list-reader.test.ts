import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createListReader } from "./create-list-reader";
import type { ListChoice } from "./list-reader";
import { sha256 } from "./sha256";

const file = (...lines: readonly string[]) => new Blob([lines.join("\n")]);
const choice: ListChoice = {
  ...{ email: 0, phone: null, country: null },
  ...{ hasHeader: true, delimiter: "," },
};
const quietly = () => undefined;

const rolesOf = async (blob: Blob) =>
  (await createListReader(blob).head()).columns.map(({ name, role }) => `${name}: ${role}`);

describe("a file's columns", () => {
  it("are known by their names", async () => {
    const head = file(
      "E-Mail Address;Mobile phone;First name;Nachname;Zip code;Country;Orders",
      "ana@example.com;0151 23456789;Ana;Lima;10115;DE;4",
    );
    expect(await rolesOf(head)).toEqual([
      "E-Mail Address: email",
      "Mobile phone: phone",
      "First name: first_name",
      "Nachname: last_name",
      "Zip code: zip",
      "Country: country",
      "Orders: other",
    ]);
  });

  it("are known by their values when nobody named them, or in other words", async () => {
    expect(await rolesOf(file("7,ana@example.com,+49 151 23456789"))).toEqual([
      "Column 1: other",
      "Column 2: email",
      "Column 3: phone",
    ]);
    expect(await rolesOf(file("id,login", "7,ana@example.com"))).toEqual([
      "id: other",
      "login: email",
    ]);
  });

  it("are used once: a second address of a row is something else", async () => {
    expect(await rolesOf(file("email,e-mail", "a@example.com,b@example.com"))).toEqual([
      "email: email",
      "e-mail: other",
    ]);
  });
});

describe("a prepared list", () => {
  it("is hashes of normalised values, each row once", async () => {
    const reader = createListReader(
      file(
        "email,phone",
        "Ana@Example.com ,0151 23456789",
        "ana@example.com,+4915123456789",
        "ben@example.com,",
        ",07",
        "not an address,",
      ),
    );
    const prepared = await reader.prepare({ ...choice, phone: 1, country: "DE" }, quietly);
    const ana = [await sha256("ana@example.com"), await sha256("4915123456789")];
    const ben = [await sha256("ben@example.com"), ""];
    expect(prepared).toEqual({
      ...{ read: 5, usable: 2, duplicates: 1, unusable: 2 },
      ...{ unreadEmails: 1, unreadPhones: 1, unusualPhones: 0 },
      ...{ columns: ["EMAIL", "PHONE"], preview: [ana, ben] },
    });
    expect(await reader.rows(1, 9)).toEqual([ben]);
  });

  it("holds nothing but hashes, whatever a file says", async () => {
    const cell = fc.oneof(fc.string(), fc.emailAddress(), fc.stringMatching(/^\+?[\d ]{5,15}$/));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async (cells) => {
        const quoted = (value: string) => `"${value.replaceAll("\0", "").replaceAll('"', '""')}"`;
        const rows = cells.map((row) => row.map(quoted).join(","));
        const reader = createListReader(file("email,phone", ...rows));
        const prepared = await reader.prepare({ ...choice, phone: 1, country: "IN" }, quietly);
        const sent = await reader.rows(0, cells.length);
        expect(sent).toHaveLength(prepared.usable);
        expect(sent.flat().every((value) => /^([0-9a-f]{64})?$/.test(value))).toBe(true);
        expect(sent.every((row) => row.join("") !== "")).toBe(true);
        expect(prepared.usable + prepared.duplicates + prepared.unusable).toBe(prepared.read);
      }),
      { numRuns: 60 },
    );
  });

  it("tells how far it is, from nothing to everything", async () => {
    const emails = Array.from({ length: 4_500 }, (_, n) => `member-${n}@people.example`);
    const steps: number[] = [];
    const prepared = await createListReader(file("email", ...emails)).prepare(choice, (done) =>
      steps.push(done),
    );
    expect(prepared.usable).toBe(4_500);
    expect(steps).toEqual([0, 2_000, 4_000, 4_500]);
  });

  it("is forgotten when its reader is closed", async () => {
    const reader = createListReader(file("email", "ana@example.com"));
    await reader.prepare(choice, quietly);
    reader.close();
    expect(await reader.rows(0, 1)).toEqual([]);
  });
});

describe("a file that cannot be read says why", () => {
  it.each([
    ["empty", file("", " "), "The file is empty."],
    ["only names", file("email,phone"), "The file has names of columns and no rows."],
    ["a spreadsheet", file("PK\u0003\u0004\0\0"), "not a text file"],
  ])("%s", async (_, blob, why) => {
    await expect(createListReader(blob).head()).rejects.toThrow(why);
  });

  it("a quotation mark that is never closed, by its row", async () => {
    const broken = file(
      "email,name",
      "ana@example.com,Ana",
      'ben@example.com,"Ben',
      "c@d.example,",
    );
    await expect(createListReader(broken).prepare(choice, quietly)).rejects.toThrow(
      "opened in row 3 is never closed",
    );
  });
});
