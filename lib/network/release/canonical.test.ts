import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { membersOf } from "@/lib/network/population/member-at";
import {
  arbitraryExpression,
  arbitraryPopulation,
  arbitraryToday,
} from "@/lib/network/reach/arbitraries";
import { ageBands, type Expression, everyone, genders } from "@/lib/network/reach/expression";
import { matches } from "@/lib/network/reach/matches";
import { canonicalise as canonical, canonicalKey } from "./canonical";
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
