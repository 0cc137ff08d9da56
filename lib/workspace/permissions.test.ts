import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Grant, type Role, roles } from "./actor";
import { matrix, may, type Verb, verbs } from "./permissions";
import { roleNames } from "./role-names";
import { actorWith, anActor } from "./testing";

/** The rows of docs/roles.md: what each role may, as a person reads it. */
function written(): { roles: string[]; rows: { verb: string; cells: string[] }[] } {
  const lines = readFileSync("docs/roles.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head = [], , ...rows] = lines;
  return {
    roles: head.slice(1),
    rows: rows.map(([verb = "", ...cells]) => ({ verb, cells })),
  };
}

describe("the written matrix of roles", () => {
  it("names every role and every verb once", () => {
    const { roles: columns, rows } = written();
    expect(columns).toEqual(roles.map((role) => roleNames[role]));
    expect(rows.map(({ verb }) => verb)).toEqual([...verbs]);
  });

  it.each(roles.flatMap((role) => verbs.map((verb) => [role, verb] as const)))(
    "says of %s and %s what the code does",
    (role, verb) => {
      const row = written().rows.find((one) => one.verb === verb);
      const cell = row?.cells[roles.indexOf(role)];
      expect(["yes", "no"]).toContain(cell);
      expect(may(actorWith(role), verb, "c1")).toBe(cell === "yes");
      expect(matrix[role].includes(verb)).toBe(cell === "yes");
    },
  );
});

const grants = fc.array(
  fc.record({
    agencyId: fc.constantFrom("a1", "a2"),
    clientId: fc.constantFrom(null, "c1", "c2"),
    role: fc.constantFrom<Role>(...roles),
  }),
  { maxLength: 4 },
);
const verb = fc.constantFrom<Verb>(...verbs);
const client = fc.constantFrom(null, "c1", "c2");

describe("what a person may do", () => {
  it("is what one of their grants at this agency, for this client or all, allows", () => {
    fc.assert(
      fc.property(grants, verb, client, (all, what, where) => {
        const covers = (grant: Grant) =>
          grant.agencyId === "a1" && (grant.clientId === null || grant.clientId === where);
        const expected = all.filter(covers).some((grant) => matrix[grant.role].includes(what));
        expect(may(anActor({ grants: all }), what, where)).toBe(expected);
      }),
    );
  });

  it("never shrinks with another grant", () => {
    fc.assert(
      fc.property(grants, grants, verb, client, (some, more, what, where) => {
        const before = may(anActor({ grants: some }), what, where);
        const after = may(anActor({ grants: [...some, ...more] }), what, where);
        expect(!before || after).toBe(true);
      }),
    );
  });

  it("for the whole agency needs a grant on all clients", () => {
    expect(may(actorWith("owner", "c1"), "people", null)).toBe(false);
    expect(may(actorWith("owner", "c1"), "people", "c1")).toBe(true);
    expect(may(actorWith("owner", "c1"), "people", "c2")).toBe(false);
    expect(may(actorWith("owner"), "people", null)).toBe(true);
  });
});
