import { describe, expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { stopCompany } from "./stop-company";
import { membersAtHome, mine } from "./testing";
import { undoLast } from "./undo-last";

const bank = { company: "c1", day: 20_000 };
const companies = [
  { ...bank, kind: "customer_list" as const },
  { ...bank, kind: "conversation" as const, day: 20_100 },
  { company: "c2", kind: "conversation" as const, day: 20_100 },
];

function atHome() {
  const home = membersAtHome([
    aMember({ number: 7, companies }),
    aMember({ number: 8, companies }),
  ]);
  const as = (member: number) => {
    const me = home.as(member);
    const forgetCompany = (who: number, company: string, at: Date) =>
      me.members.record(who, [{ type: "company_removed", member: who, company }], at);
    return { ...me, eraser: { ...me.eraser, forgetCompany } };
  };
  return { as, allowed: home.allowed };
}

describe("A company I work with", () => {
  test("is stopped in every way at once, for me and nobody else, and stands in my history", async () => {
    const { as } = atHome();
    expect(await stopCompany(as(7), { company: "c1" })).toEqual({ ok: true, value: null });
    const data = await mine(as(7));
    expect(data.companies.map(({ company }) => company)).toEqual(["c2"]);
    expect(data.history[0]).toMatchObject({ what: "company_removed", company: "c1" });
    expect((await mine(as(8))).companies).toHaveLength(2);
  });

  test("comes back by undo as it was, and its lists may match me again", async () => {
    const { as, allowed } = atHome();
    const before = (await mine(as(7))).companies;
    await stopCompany(as(7), { company: "c1" });
    expect((await undoLast(as(7))).ok).toBe(true);
    const after = (await mine(as(7))).companies;
    expect(after.find(({ company }) => company === "c1")).toEqual(before[0]);
    expect(after).toHaveLength(before.length);
    expect(allowed).toEqual(["7 c1"]);
  });

  test("is refused when I do not work with it", async () => {
    const { as } = atHome();
    const refused = { error: { code: "no_company" } };
    expect(await stopCompany(as(7), { company: "c9" })).toMatchObject(refused);
    await stopCompany(as(7), { company: "c1" });
    expect(await stopCompany(as(7), { company: "c1" })).toMatchObject(refused);
  });
});
