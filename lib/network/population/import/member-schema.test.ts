import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import { readCompanies } from "./company-line";
import { lineOfMember } from "./line-of-member";
import { memberLine } from "./member-line";
import { companyJsonSchema, memberJsonSchema } from "./member-schema";
import { readLine } from "./read-line";
import { aLine, arbitraryLine, importDay } from "./testing";

const takes = (line: unknown) => memberLine.safeParse(line).success;

test("the documented JSON Schema is the schema that lines are read with (-u writes it anew)", async () => {
  const text = `${JSON.stringify(memberJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../../docs/member.schema.json");
});

test("so is that of the list of companies, and its example is a company", async () => {
  const text = `${JSON.stringify(companyJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../../docs/company.schema.json");
  const examples = readFileSync("docs/import.md", "utf8").matchAll(/```json\n(.*?)\n```/gs);
  const [, example = ""] = [...examples].at(-1) ?? [];
  expect(readCompanies(example)).toEqual({
    ok: true,
    value: [{ id: "lakeside", name: "Lakeside Bicycles" }],
  });
});

test("the example in the documentation is a line that is kept whole", () => {
  const [, example = ""] =
    /```json\n(.*?)\n```/s.exec(readFileSync("docs/import.md", "utf8")) ?? [];
  const { person, report } = readLine(example, { today: importDay, isDeclared: () => true });
  expect(person?.id).toBe("m-1");
  expect(report).toEqual([]);
});

test("a line needs its id, gender, country, device, activity and consents, and may leave out the rest", () => {
  const whole = aLine();
  const needed = Object.keys(whole).filter((name) => !takes({ ...whole, [name]: undefined }));
  expect(needed).toEqual([
    "id",
    "gender",
    "country",
    "device",
    "on_social",
    "last_active",
    "consents",
  ]);
});

test("every line of a sample is valid and loses nothing when it is read", () => {
  for (const member of membersOf(
    generateMembers({ seed: 3, first: 0, count: 2_000, today: importDay }),
  )) {
    const line = lineOfMember(member, importDay);
    expect(takes(line)).toBe(true);
    const { person, report } = readLine(JSON.stringify(line), {
      today: importDay,
      isDeclared: () => true,
    });
    expect(report).toEqual([]);
    expect(person?.member.consent).toBe(member.consent);
  }
});

test("arbitrary lines of the tests are what the schema takes", () => {
  fc.assert(fc.property(arbitraryLine, (line) => takes(line)));
});
