import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries, languages, regions } from "@/lib/network/population/lists";
import { membersOf } from "@/lib/network/population/member-at";
import { aMember } from "@/lib/network/population/testing";
import {
  arbitraryExpression,
  arbitraryPopulation,
  arbitraryToday,
} from "@/lib/network/reach/arbitraries";
import { ageBands, type Expression, everyone, genders } from "@/lib/network/reach/expression";
import { matches } from "@/lib/network/reach/matches";
import { coveredBy, listAllowed } from "@/lib/network/segments/taxonomy";
import { canonicalise as canonical, canonicalKey, nobody } from "./canonical";
import { answered } from "./testing";

const canonicalise = (expression: Expression) => answered(canonical(expression));
const keyOf = (expression: Expression) => canonicalKey(canonicalise(expression));
const rule = { segment: "473", withinDays: 30, minStrength: 2 } as const;
const wider = { segment: "473", withinDays: 180, minStrength: 1 } as const;
const other = { segment: "474", withinDays: 30, minStrength: 2 } as const;

const reversed = <T>(list: readonly T[]): readonly T[] => list.toReversed();

/** The same question, written the other way round and twice over. */
const mirrored = (expression: Expression): Expression => ({
  ...expression,
  groups: reversed([...expression.groups, ...expression.groups].map(reversed)),
  never: reversed([...expression.never, ...expression.never]),
  countries: reversed([...expression.countries, ...expression.countries]),
  regions: reversed(expression.regions),
  ageBands: reversed(expression.ageBands),
  genders: reversed(expression.genders),
  languages: reversed(expression.languages),
  devices: reversed(expression.devices),
  recipients: reversed(expression.recipients),
  with: reversed(expression.with),
  newTo: reversed(expression.newTo),
});

describe("the form in which a question is counted", () => {
  it("holds for exactly the people for whom the question holds", () => {
    fc.assert(
      fc.property(arbitraryPopulation(60), arbitraryExpression, (batches, expression) => {
        const canonical = canonicalise(expression);
        for (const member of batches.flatMap(membersOf)) {
          expect(matches(canonical, member, arbitraryToday)).toBe(
            matches(expression, member, arbitraryToday),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for a question written in another order or twice over, and for itself", () => {
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        const canonical = canonicalise(expression);
        expect(canonicalise(mirrored(expression))).toEqual(canonical);
        expect(canonicalise(canonical)).toEqual(canonical);
        expect(keyOf(mirrored(expression))).toBe(keyOf(expression));
      }),
      { numRuns: 200 },
    );
  });

  it("leaves an attribute open when every value is named", () => {
    expect(canonicalise({ ...everyone, ageBands, genders })).toEqual(everyone);
  });

  it("drops a rule that a wider one on the same segment covers", () => {
    expect(canonicalise({ ...everyone, groups: [[rule, wider, other]] }).groups).toEqual([
      [wider, other],
    ]);
    expect(canonicalise({ ...everyone, never: [rule, wider] }).never).toEqual([wider]);
  });

  it("drops a group that another one implies, and keeps one that it does not", () => {
    expect(canonicalise({ ...everyone, groups: [[rule], [wider, other]] }).groups).toEqual([
      [rule],
    ]);
    expect(canonicalise({ ...everyone, groups: [[rule], [other]] }).groups).toHaveLength(2);
  });

  it("says what two groups that ask one interest for different things ask together", () => {
    const recent = { segment: "473", withinDays: 7, minStrength: 1 } as const;
    const strong = { segment: "473", withinDays: 180, minStrength: 3 } as const;
    const both = { segment: "473", withinDays: 7, minStrength: 3 } as const;
    expect(canonicalise({ ...everyone, groups: [[recent], [strong]] }).groups).toEqual([[both]]);
    expect(canonicalise({ ...everyone, groups: [[recent, other], [strong]] }).groups).toEqual([
      [strong],
      [both, other],
    ]);
  });

  it("is one and the same for everything that nobody can be", () => {
    const company = { company: "c", kind: null, withinDays: null } as const;
    const conversation = { company: "c", kind: "conversation", withinDays: 30 } as const;
    const impossible: Expression[] = [
      { ...everyone, groups: [[rule]], never: [wider] },
      { ...everyone, with: [conversation], newTo: [company] },
      { ...everyone, countries: ["QQ"] },
      { ...everyone, languages: ["none"] },
      { ...everyone, groups: [[{ ...rule, segment: "no such interest" }]] },
    ];
    for (const question of impossible) expect(canonicalise(question)).toEqual(nobody);
    const person = aMember({ country: "IN" });
    expect(matches(nobody, person, arbitraryToday)).toBe(false);
  });

  it("knows no region inside a country that is asked for, and no list that leaves nobody out", () => {
    const india = { ...everyone, countries: ["IN"] };
    expect(canonicalise({ ...india, regions: ["IN-MH", "BR-SP"] })).toEqual({
      ...india,
      regions: ["BR-SP"],
    });
    const everywhere = countries.map(({ code }) => code);
    const spoken = languages.map(({ code }) => code);
    expect(
      canonicalise({ ...everyone, countries: everywhere, regions: ["IN-MH"], languages: spoken }),
    ).toEqual(everyone);
    const allOfIndia = regions.filter(({ country }) => country === "IN").map(({ code }) => code);
    expect(canonicalise({ ...everyone, regions: allOfIndia }).countries).toEqual([]);
  });

  it("takes a rule for both kinds of relation and two for one each as the same", () => {
    const of = (kind: "customer_list" | "conversation" | null, withinDays: 30 | null = null) =>
      ({ company: "c", kind, withinDays }) as const;
    const both = canonicalise({ ...everyone, with: [of("conversation"), of("customer_list")] });
    expect(both.with).toEqual([of(null)]);
    const left = { ...everyone, with: [of(null)], newTo: [of("customer_list"), of(null, 30)] };
    expect(canonicalise(left).with).toEqual([of("conversation")]);
  });

  it("keeps asking about companies as long as the question does: it decides whose consent covers it", () => {
    const asks = { ...everyone, newTo: [{ company: "c", kind: null, withinDays: null }] } as const;
    expect(canonicalise(asks).newTo).toHaveLength(1);
  });

  it("refuses a question that would take too long to write out, and says which group to shorten", () => {
    const leaves = listAllowed().filter(({ id }) => coveredBy(id).size === 1);
    const filters = [
      { withinDays: 7, minStrength: 1 },
      { withinDays: 30, minStrength: 2 },
      { withinDays: 90, minStrength: 3 },
    ] as const;
    const groups = filters.map((filter, at) =>
      leaves.slice(0, at === 2 ? 13 : 12).map(({ id }) => ({ segment: id, ...filter })),
    );
    const refused = canonical({ ...everyone, groups });
    expect(refused).toMatchObject({ ok: false, error: { code: "too_complex", group: 2 } });
    expect(canonical({ ...everyone, groups: groups.toReversed() })).toMatchObject({
      error: { group: 0 },
    });
    expect(canonical({ ...everyone, groups: groups.slice(0, 1) }).ok).toBe(true);
  });

  it("ignores what a caller adds to a rule or how its keys are ordered", () => {
    const dressed = { minStrength: 2, name: "Cycling", withinDays: 30, segment: "473" } as const;
    expect(keyOf({ ...everyone, groups: [[dressed]] })).toBe(
      keyOf({ ...everyone, groups: [[rule]] }),
    );
  });

  it("tells apart what differs in one attribute", () => {
    const questions: Expression[] = [
      everyone,
      { ...everyone, groups: [[rule]] },
      { ...everyone, groups: [[wider]] },
      { ...everyone, groups: [[rule, other]] },
      { ...everyone, groups: [[rule], [other]] },
      { ...everyone, never: [rule] },
      { ...everyone, countries: ["IN"] },
      { ...everyone, languages: ["hi"] },
      { ...everyone, regions: ["IN-MH"] },
      { ...everyone, onSocial: true },
      { ...everyone, onSocial: false },
      { ...everyone, recipients: ["social"] },
      { ...everyone, with: [{ company: "c", kind: null, withinDays: null }] },
      { ...everyone, newTo: [{ company: "c", kind: null, withinDays: null }] },
      { ...everyone, with: [{ company: "c", kind: "conversation", withinDays: null }] },
    ];
    expect(new Set(questions.map(keyOf)).size).toBe(questions.length);
  });
});
