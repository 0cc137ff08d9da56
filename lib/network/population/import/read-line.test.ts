import { describe, expect, test } from "vitest";
import { taxonomySegments } from "@/lib/network/segments/taxonomy";
import { readLine } from "./read-line";
import { aLine, dateOf, importDay } from "./testing";

const context = { today: importDay, isDeclared: (company: string) => company !== "the-undeclared" };
const read = (line: unknown) => readLine(JSON.stringify(line), context);
const reasons = (line: unknown) =>
  read(line).report.map(({ outcome, reason, count }) => [outcome, reason, count]);
const signalsOf = (line: unknown) => read(line).person?.member.signals;

const policy = (wanted: string) =>
  taxonomySegments.find((segment) => segment.policy === wanted)?.id ?? "";

describe("A line", () => {
  test("is a person with everything it says", () => {
    const { person, report } = read(aLine());
    expect(report).toEqual([]);
    expect(person).toMatchObject({
      id: "m-1",
      emailSha256: "ab".repeat(32),
      phoneSha256: null,
      member: {
        birthYear: 1990,
        country: "IN",
        region: "IN-KL",
        language: "ml",
        consent: 0b11,
        signals: [{ segment: "607", strength: 2, day: 20_759 }],
        companies: [{ company: "lakeside", kind: "customer_list", day: 20_697 }],
      },
      consents: [
        {
          purpose: "relevant_ads",
          recipients: ["messenger", "social"],
          at: Date.parse("2026-10-01T09:00:00Z"),
          notice: "v4",
        },
      ],
    });
  });

  test("may leave out what is not known: birth year, region, language, signals, companies, hashes", () => {
    const {
      birth_year,
      region,
      language,
      signals,
      companies,
      email_sha256,
      phone_sha256,
      ...rest
    } = aLine();
    const { person, report } = read(rest);
    expect(report).toEqual([]);
    expect(person?.member).toMatchObject({ birthYear: null, region: null, language: "und" });
    expect(read(aLine({ language: "und" })).report).toEqual([]);
  });

  test("is read to the moment whatever its zone", () => {
    const at = "2026-10-01T14:30:00.250+05:30";
    const consents = [{ purpose: "safety", recipients: ["photos"], at, notice: "v1" }];
    expect(read(aLine({ consents, signals: [] })).person?.consents[0]?.at).toBe(
      Date.parse("2026-10-01T09:00:00.250Z"),
    );
  });
});

describe("A whole line is refused", () => {
  const consent = {
    purpose: "safety",
    recipients: ["photos"],
    at: "2026-10-01T09:00:00Z",
    notice: "v1",
  };
  test.each([
    ["invalid_field", { gender: "woman" }, "gender must be one of female, male, other, unknown."],
    ["invalid_field", { id: "two words" }, /^id must be 1 to 128 printable/],
    ["invalid_field", { on_social: "yes" }, "on_social must be true or false."],
    ["invalid_field", { consents: undefined }, /^consents must be a list/],
    [
      "invalid_field",
      { plain_email: "a@example.org" },
      "The line has a field that a member does not have.",
    ],
    [
      "invalid_field",
      { signals: [{ segment: "607", strength: 4, at: "2026-11-02" }] },
      "signals[0].strength must be 1, 2 or 3.",
    ],
    ["invalid_field", { signals: [7] }, /^signals\[0\] must be an object/],
    [
      "invalid_field",
      { companies: [{ id: "two words", kind: "conversation", at: "2026-11-02" }] },
      /^companies\[0\]\.id must be/,
    ],
    [
      "invalid_field",
      { consents: [{ ...consent, recipients: [] }] },
      /^consents\[0\]\.recipients must be a list of one to three/,
    ],
    [
      "invalid_field",
      { consents: [{ ...consent, purpose: "everything" }] },
      /^consents\[0\]\.purpose must be one of relevant_ads/,
    ],
    [
      "invalid_field",
      { email_sha256: "someone@example.org" },
      "email_sha256 must be 64 hexadecimal digits.",
    ],
    ["invalid_date", { last_active: "2026-02-30" }, /^last_active must be a date that exists/],
    [
      "invalid_date",
      { consents: [{ ...consent, at: "2026-10-01" }] },
      /^consents\[0\]\.at must be a date and time with its zone/,
    ],
    ["future_date", { last_active: "2026-11-24" }, /ahead of today/],
    ["future_date", { signals: [{ segment: "607", strength: 1, at: "2027-01-01" }] }, /ahead/],
    ["future_date", { consents: [{ ...consent, at: "2026-12-01T00:00:00Z" }] }, /ahead/],
    [
      "absurd_date",
      { companies: [{ id: "lakeside", kind: "conversation", at: "1970-01-01" }] },
      /before the year 2000/,
    ],
    ["invalid_birth_year", { birth_year: 2027 }, /ahead of this year/],
    ["invalid_birth_year", { birth_year: 1890 }, /120 years back/],
    ["unknown_country", { country: "ZZ" }, /not one of the network's/],
  ])("for %s: %j", (reason, fields, said) => {
    const { person, report } = read(aLine(fields));
    expect(person).toBeNull();
    expect(report).toHaveLength(1);
    expect(report[0]).toMatchObject({ outcome: "refused", reason });
    expect(report[0]?.said).toMatch(said);
  });

  test("with its id wherever it has a sound one, and without repeating what it held", () => {
    expect(read(aLine({ gender: "secret" })).id).toBe("m-1");
    expect(read(aLine({ id: 7 })).id).toBeNull();
    expect(JSON.stringify(read(aLine({ gender: "secret" })).report)).not.toContain("secret");
    for (const text of ["{", "nonsense", '"m-1"', "[]", "null"]) {
      const { person, report } = readLine(text, context);
      expect(person).toBeNull();
      expect(report[0]?.reason).toBe(
        text.length > 4 && text.startsWith("n") && text !== "null"
          ? "not_json"
          : text === "{"
            ? "not_json"
            : "invalid_field",
      );
    }
  });

  test("only when a day lies further ahead than tomorrow, because somewhere it is tomorrow already", () => {
    expect(read(aLine({ last_active: dateOf(importDay + 1) })).person).not.toBeNull();
  });
});

describe("A person is kept without", () => {
  const signal = { segment: "607", strength: 2, at: "2026-11-02" };

  test("signals on forbidden or unknown segments, while restricted ones stay", () => {
    const signals = [policy("forbidden"), "999999", policy("restricted")].map((segment) => ({
      ...signal,
      segment,
    }));
    expect(reasons(aLine({ signals }))).toEqual([
      ["dropped", "forbidden_segment", 1],
      ["dropped", "unknown_segment", 1],
    ]);
    expect(signalsOf(aLine({ signals }))?.map(({ segment }) => segment)).toEqual([
      policy("restricted"),
    ]);
    expect(JSON.stringify(read(aLine({ signals })).report)).not.toContain(policy("forbidden"));
  });

  test.each([2009, null])(
    "signals when they are under 18 or of unknown age: born %s",
    (birth_year) => {
      const signals = [signal, { ...signal, segment: "410" }];
      expect(reasons(aLine({ birth_year, signals }))).toEqual([["dropped", "signal_under_18", 2]]);
      expect(signalsOf(aLine({ birth_year, signals }))).toEqual([]);
      expect(signalsOf(aLine({ birth_year: 2008 }))).toHaveLength(1);
    },
  );

  test("signals when nobody may use them for ads", () => {
    const consents = [
      { purpose: "safety", recipients: ["photos"], at: "2026-10-01T09:00:00Z", notice: "v1" },
    ];
    expect(reasons(aLine({ consents }))).toEqual([["dropped", "signal_without_consent", 1]]);
  });

  test("signals older than 180 days, to the day", () => {
    const aged = (days: number) =>
      aLine({ signals: [{ ...signal, at: dateOf(importDay - days) }] });
    expect(reasons(aged(181))).toEqual([["dropped", "signal_expired", 1]]);
    expect(reasons(aged(180))).toEqual([]);
  });

  test("further signals on one segment: the newest stays, of one day the strongest", () => {
    const signals = [
      { ...signal, strength: 3, at: "2026-10-01" },
      { ...signal, strength: 1, at: "2026-11-02" },
      { ...signal, strength: 2, at: "2026-11-02" },
    ];
    expect(reasons(aLine({ signals }))).toEqual([["dropped", "duplicate_signal", 2]]);
    expect(signalsOf(aLine({ signals }))).toEqual([{ segment: "607", strength: 2, day: 20_759 }]);
  });

  test("further relations to one company of one kind, and companies that are not on the list", () => {
    const relation = { id: "lakeside", kind: "conversation", at: "2026-09-01" };
    const companies = [
      relation,
      { ...relation, at: "2026-09-05" },
      { ...relation, kind: "customer_list" },
      { ...relation, id: "the-undeclared" },
    ];
    expect(reasons(aLine({ companies }))).toEqual([
      ["dropped", "duplicate_company", 1],
      ["dropped", "undeclared_company", 1],
    ]);
    expect(read(aLine({ companies })).person?.member.companies).toEqual([
      { company: "lakeside", kind: "conversation", day: 20_701 },
      { company: "lakeside", kind: "customer_list", day: 20_697 },
    ]);
  });

  test("a region of another country and a language that is not listed", () => {
    expect(reasons(aLine({ region: "BR-SP", language: "xx" }))).toEqual([
      ["dropped", "unknown_region", 1],
      ["dropped", "unknown_language", 1],
    ]);
    const { person } = read(aLine({ region: "BR-SP", language: "xx" }));
    expect(person?.member).toMatchObject({ region: null, language: "und" });
  });
});
