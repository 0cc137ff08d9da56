import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeRules } from "./describe";
import { type Names, nameOf } from "./names";
import { aRules, arbitraryRules } from "./testing";

const names: Names = {
  segments: { "1": "Cycling", "2": "Running", "3": "Adventure Travel", "4": "Gyms" },
  places: { IN: "India", "BR-SP": "São Paulo" },
  companies: { p1: "Lakeside" },
  languages: { hi: "Hindi" },
};
const plain = (segment: string) => ({ segment, withinDays: null, minStrength: null });
const say = (rules: Parameters<typeof aRules>[0]) => describeRules(aRules(rules), names);

describe("an audience in words", () => {
  test("says the three boxes, the ages and the places", () => {
    expect(
      say({
        any: [plain("1"), plain("2")],
        must: [[plain("3")], []],
        never: [plain("4")],
        countries: ["IN"],
        regions: ["BR-SP"],
        ageMin: 25,
        ageMax: 44,
        gender: "female",
      }),
    ).toBe(
      "Women aged 25 to 44 in India or São Paulo who like Cycling or Running, and also Adventure Travel, but not Gyms.",
    );
  });

  test("says freshness and strength, of one interest and of all", () => {
    expect(say({ any: [{ segment: "1", withinDays: 30, minStrength: 3 }], withinDays: 90 })).toBe(
      "People who like Cycling (last 30 days, strong signals), by signals from the last 90 days.",
    );
    expect(say({ never: [plain("4")], minStrength: 2 })).toBe(
      "People who do not like Gyms, by clear signals.",
    );
  });

  test("says the relationship", () => {
    const works = {
      kind: "works_with" as const,
      companies: ["p1"],
      by: "customer_list" as const,
      withinDays: 90 as const,
    };
    expect(say({ relationship: works })).toBe(
      "People who already work with Lakeside as customers on a list in the last 90 days.",
    );
    expect(say({ relationship: { kind: "new_to", companies: ["p1"] } })).toBe(
      "People who do not work with Lakeside yet.",
    );
    expect(say({ relationship: { kind: "new_to", companies: [] } })).toBe("Everyone who said yes.");
  });

  test("says the app, the language, the device and the placement", () => {
    expect(
      say({ onSocial: false, languages: ["hi"], devices: ["android"], placements: ["messenger"] }),
    ).toBe(
      "People who use messaging only; who use the app in Hindi; who use Android; who can be reached in Messenger.",
    );
    expect(say({ ageMin: 55 })).toBe("People aged 55 and over.");
    expect(say({})).toBe("Everyone who said yes.");
  });

  test("names every interest, place and company that is asked for", () => {
    fc.assert(
      fc.property(arbitraryRules, (rules) => {
        const sentence = describeRules(rules, names);
        const { relationship } = rules;
        const segments = [rules.any, ...rules.must, rules.never].flat();
        const said = [
          ...segments.map(({ segment }) => nameOf(names.segments, segment)),
          ...[...rules.countries, ...rules.regions].map((key) => nameOf(names.places, key)),
          ...rules.languages.map((code) => nameOf(names.languages, code)),
          ...(relationship.kind === "anyone" ? [] : relationship.companies).map((id) =>
            nameOf(names.companies, id),
          ),
        ];
        for (const word of said) expect(sentence).toContain(word);
      }),
      { numRuns: 60 },
    );
  });
});
