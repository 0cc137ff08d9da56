import { expect, test } from "vitest";
import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Panel } from "@/lib/ad-api/panel";
import type { Targeting } from "@/lib/ad-api/targeting";
import { ok } from "@/lib/result";
import type { Client, Role } from "@/lib/workspace/actor";
import { type CompaniesCtx, countCompanyPeople, listCompanies } from "./list-companies";

const client = (id: string, agencyId: string, companies: Client["companies"]): Client => ({
  id,
  agencyId,
  name: `Client ${id}`,
  accountId: `act_${id}`,
  currency: "EUR",
  minorUnits: 100,
  timeZone: "Europe/Berlin",
  companies,
});
const clients = [
  client("c1", "a1", [
    { id: "p2", name: "Harbour", relation: "may_use" },
    { id: "p1", name: "Lakeside", relation: "owns" },
  ]),
  client("c2", "a1", [{ id: "p3", name: "Ridge", relation: "owns" }]),
  client("c9", "a2", [{ id: "p9", name: "Elsewhere", relation: "owns" }]),
];
const range = { shown: 12_000, lower: 11_500, upper: 12_500, step: 500, hidden: false };

function ctx(role: Role, agencyId = "a1", clientId: string | null = null) {
  const asked: { account: string; targeting: Targeting }[] = [];
  const reachPanel: AdApi["reachPanel"] = async (account, targeting) => {
    asked.push({ account, targeting });
    if (targeting.connections?.[0]?.id === "p2") {
      return { ok: false, error: { code: "unavailable", message: "Try later.", traceId: "t" } };
    }
    return ok({ nod_range: range, nod_as_of: "2026-09-01T00:00:00Z" } as Panel);
  };
  const made: CompaniesCtx = {
    actor: {
      personId: "p",
      name: "Mara",
      email: "mara@agency.example",
      agencyId,
      agencyName: "Northlight",
      grants: [{ agencyId, clientId, role }],
    },
    workspace: { listClients: async (id) => clients.filter((one) => one.agencyId === id) },
    adApi: { reachPanel },
  };
  return { made, asked };
}

async function rows(made: CompaniesCtx, clientId: string | null = null) {
  const listed = await listCompanies(made, clientId);
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value;
}

test("the people who work with a company are asked for from its client's account", async () => {
  const { made, asked } = ctx("marketer");
  const [lakeside, , ridge] = await rows(made);
  if (!lakeside || !ridge) throw new Error("Two clients have three companies.");
  expect(await countCompanyPeople(made, lakeside)).toEqual({
    kind: "known",
    range,
    asOf: "2026-09-01T00:00:00Z",
  });
  await countCompanyPeople(made, ridge, "conversation");
  expect(asked.map(({ account }) => account)).toEqual(["act_c1", "act_c2"]);
  expect(asked.map(({ targeting }) => targeting.connections)).toEqual([
    [{ id: "p1" }],
    [{ id: "p3", nod_kind: "conversation" }],
  ]);
});

test("a company the network is silent about has no number", async () => {
  const { made } = ctx("marketer");
  const [, harbour] = await rows(made, "c1");
  if (!harbour) throw new Error("The client may use a second company.");
  expect(await countCompanyPeople(made, harbour)).toEqual({
    kind: "silent",
    message: "Try later.",
  });
});

test("who may not estimate sees the companies, and the network is not asked", async () => {
  const { made, asked } = ctx("viewer");
  const [lakeside] = await rows(made, "c1");
  if (!lakeside) throw new Error("The client owns a company.");
  expect(await countCompanyPeople(made, lakeside)).toEqual({ kind: "not_allowed" });
  expect(asked).toEqual([]);
});

test("another agency's client, and a client the person was not given, are not found", async () => {
  expect(await listCompanies(ctx("owner", "a2").made, "c1")).toMatchObject({
    error: { code: "not_found" },
  });
  const { made } = ctx("owner", "a1", "c2");
  expect(await listCompanies(made, "c1")).toMatchObject({ error: { code: "not_found" } });
  expect((await rows(made)).map(({ company }) => company.id)).toEqual(["p3"]);
});
