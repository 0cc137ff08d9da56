import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targeting } from "@/lib/ad-api/targeting";
import { fromTargeting } from "./from-targeting";
import { aRules, arbitraryRules } from "./testing";
import { toTargeting } from "./to-targeting";

describe("an audience on the wire", () => {
  it("comes back the same, whatever was chosen", () => {
    fc.assert(
      fc.property(arbitraryRules, (rules) => {
        const wire = targeting.parse(JSON.parse(JSON.stringify(toTargeting(rules))));
        expect(fromTargeting(wire)).toEqual({ ok: true, value: rules });
      }),
    );
  });

  it("tells musts from an empty first box", () => {
    const bicycles = { segment: "473", withinDays: null, minStrength: null };
    expect(toTargeting(aRules({ must: [[bicycles]] })).flexible_spec).toEqual([
      {},
      { interests: [{ id: "473" }] },
    ]);
    expect(toTargeting(aRules({ any: [bicycles] })).flexible_spec).toEqual([
      { interests: [{ id: "473" }] },
    ]);
  });

  it("forgets how and since when of a relationship that names no company yet", () => {
    const back = fromTargeting(
      toTargeting(
        aRules({
          relationship: { kind: "works_with", companies: [], by: "conversation", withinDays: 30 },
        }),
      ),
    );
    expect(back).toMatchObject({
      value: { relationship: { kind: "works_with", companies: [], by: null, withinDays: null } },
    });
  });

  it.each([
    ["customer lists", { custom_audiences: [{ id: "7" }] }],
    ["several genders", { genders: [1 as const, 2 as const] }],
    ["both with and new to companies", { connections: [{ id: "a" }], excluded_connections: [] }],
    [
      "companies known in different ways",
      { connections: [{ id: "a" }, { id: "b", nod_within_days: 7 as const }] },
    ],
    ["an age between the bands", { age_min: 21 }],
  ])("refuses to show less than a spec with %s says", (_, spec) => {
    expect(fromTargeting(spec)).toMatchObject({ ok: false, error: { code: "not_in_the_builder" } });
  });
});
