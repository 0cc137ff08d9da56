import { describe, expect, it } from "vitest";
import { listCurrencies, minorUnitsOf } from "./client-input";
import { createClient } from "./create-client";
import { foundAgency } from "./found-agency";
import { listClients } from "./list-clients";
import { saveCompanies } from "./save-companies";
import { searchCompanies } from "./search-companies";
import { actorWith, aWorkspace } from "./testing";
import { isTimeZone, listTimeZones } from "./time-zones";

const asOwner = () => aWorkspace(actorWith("owner"));
const tokyo = { name: "Kite Makers", currency: "JPY", timeZone: "Asia/Tokyo" };

describe("a new client", () => {
  it("gets an ad account in its currency and zone", async () => {
    const ctx = await asOwner();
    const created = await createClient(ctx, tokyo);
    expect(created).toMatchObject({
      ok: true,
      value: { ...tokyo, agencyId: "a1", minorUnits: 1, companies: [] },
    });
    const id = created.ok ? created.value.id : "";
    expect(await ctx.clients.getClient("a1", id)).toMatchObject({
      accountId: expect.stringMatching(/^act_\d+$/),
    });
  });

  it("needs a currency and a zone that exist, and a name of its own", async () => {
    const ctx = await asOwner();
    const wrong = await createClient(ctx, { name: "", currency: "EURO", timeZone: "Mars/Olympus" });
    expect(wrong).toMatchObject({
      error: {
        fields: {
          name: "A name is needed.",
          currency: "Choose a currency of the list.",
          timeZone: "Choose a time zone of the list.",
        },
      },
    });
    const taken = await createClient(ctx, { ...tokyo, name: " CLIENT C1" });
    expect(taken).toMatchObject({ error: { code: "name_taken" } });
    expect(await ctx.clients.listClients("a1")).toHaveLength(2);
  });

  it("is added by an owner of all clients only", async () => {
    for (const actor of [actorWith("owner", "c1"), actorWith("account_manager")]) {
      const refused = await createClient(await aWorkspace(actor), tokyo);
      expect(refused).toMatchObject({ error: { code: "forbidden" } });
    }
  });

  it("may have any currency and zone that the system knows", () => {
    expect(listCurrencies()).toContain("EUR");
    expect(listTimeZones()).toEqual(expect.arrayContaining(["UTC", "Asia/Kolkata", "Europe/Kyiv"]));
    expect(listTimeZones().filter((zone) => !isTimeZone(zone))).toEqual([]);
    expect(["+01:00", "Mars/Olympus", "", "Europe/Berlin; drop"].filter(isTimeZone)).toEqual([]);
    expect([minorUnitsOf("EUR"), minorUnitsOf("JPY"), minorUnitsOf("KWD")]).toEqual([100, 1, 1000]);
  });
});

it("people see the clients of their grants and no others", async () => {
  const some = await listClients(await aWorkspace(actorWith("viewer", "c2")));
  expect(some.map(({ id }) => id)).toEqual(["c2"]);
  const all = await listClients(await aWorkspace(actorWith("viewer")));
  expect(all.map(({ id }) => id)).toEqual(["c1", "c2"]);
});

describe("the companies of a client", () => {
  const velo = { id: "velo", relation: "owns" as const };

  it("are chosen from those that the network knows, under its names", async () => {
    const ctx = await asOwner();
    const saved = await saveCompanies(ctx, {
      clientId: "c1",
      companies: [velo, { id: "alpine", relation: "may_use" }, velo],
    });
    expect(saved).toMatchObject({ ok: true });
    expect((await ctx.clients.getClient("a1", "c1"))?.companies).toEqual([
      { id: "alpine", name: "Alpine Huts", relation: "may_use" },
      { id: "velo", name: "Velo", relation: "owns" },
    ]);
  });

  it("are not saved when one is unknown", async () => {
    const ctx = await asOwner();
    const saved = await saveCompanies(ctx, {
      clientId: "c1",
      companies: [velo, { id: "invented", relation: "owns" }],
    });
    expect(saved).toMatchObject({ error: { code: "unknown_company" } });
    expect((await ctx.clients.getClient("a1", "c1"))?.companies).toEqual([]);
  });

  it("are the owner's to choose, at their own agency", async () => {
    const marketer = await aWorkspace(actorWith("marketer"));
    const input = { clientId: "c1", companies: [velo] };
    expect(await saveCompanies(marketer, input)).toMatchObject({ error: { code: "forbidden" } });
    const foreign = await saveCompanies(await asOwner(), { ...input, clientId: "c9" });
    expect(foreign).toMatchObject({ error: { code: "not_found" } });
  });

  it("are found by name, by owners", async () => {
    const found = await searchCompanies(await aWorkspace(actorWith("owner", "c1")), "vel");
    expect(found).toEqual({ ok: true, value: [{ id: "velo", name: "Velo" }] });
    const refused = await searchCompanies(await aWorkspace(actorWith("viewer")), "vel");
    expect(refused).toMatchObject({ error: { code: "forbidden" } });
  });
});

describe("founding an agency", () => {
  const first = {
    name: "Ada",
    email: "ada@example.org",
    password: "a long first password",
    agencyName: "East",
    clientName: "Kite Makers",
    currency: "INR",
    timeZone: "Asia/Kolkata",
  };

  it("makes its first owner, agency and client, once", async () => {
    const ctx = await asOwner();
    expect(await foundAgency(ctx, first)).toEqual({
      ok: true,
      value: { email: "ada@example.org" },
    });
    const ada = await ctx.people.findByEmail("ada@example.org");
    expect(await ctx.credentials.getPasswordHash(ada?.id ?? "")).toBe(`hashed ${first.password}`);
    const again = await foundAgency(ctx, { ...first, email: "eve@example.org" });
    expect(again).toMatchObject({ error: { code: "already_founded" } });
    expect(await ctx.people.findByEmail("eve@example.org")).toBeNull();
  });

  it("names every field that is wrong at once", async () => {
    const refused = await foundAgency(await asOwner(), {
      ...first,
      email: "",
      password: "short",
      clientName: "",
    });
    expect(!refused.ok && Object.keys(refused.error.fields ?? {}).sort()).toEqual([
      "clientName",
      "email",
      "password",
    ]);
  });
});
