import { describe, expect, it } from "vitest";
import { addPerson } from "./add-person";
import { listPeople } from "./list-people";
import { makeResetLink } from "./make-reset-link";
import { removeGrant } from "./remove-grant";
import { saveGrant } from "./save-grant";
import { setPassword } from "./set-password";
import { actorWith, aWorkspace } from "./testing";

const owner = { agencyId: "a1", clientId: null, role: "owner" as const };
const colleagues = [
  { id: "olga", password: "long enough password", grants: [owner] },
  { id: "vic", grants: [{ agencyId: "a1", clientId: "c1", role: "viewer" as const }] },
  {
    id: "both",
    password: "long enough password",
    grants: [
      { agencyId: "a1", clientId: "c2", role: "marketer" as const },
      { agencyId: "a2", clientId: null, role: "owner" as const },
    ],
  },
];
const asOwner = () => aWorkspace(actorWith("owner"), colleagues);
const newcomer = {
  name: "Nina",
  email: "Nina@Example.org ",
  role: "marketer" as const,
  clientId: "c1",
};

describe("the list of people", () => {
  it("is whole for an owner of all clients", async () => {
    const people = await listPeople(await asOwner());
    expect(people.ok && people.value.map(({ id }) => id)).toEqual(["both", "olga", "vic"]);
  });

  it("shows the owner of one client the people and roles of that client", async () => {
    const ctx = await aWorkspace(actorWith("owner", "c1"), colleagues);
    const people = await listPeople(ctx);
    expect(people.ok && people.value.map(({ id }) => id)).toEqual(["vic"]);
  });

  it.each(["account_manager", "marketer", "viewer"] as const)("is closed to a %s", async (role) => {
    const people = await listPeople(await aWorkspace(actorWith(role), colleagues));
    expect(people).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });
});

describe("adding a person", () => {
  it("makes an account with a link that sets the password once", async () => {
    const ctx = await asOwner();
    const added = await addPerson(ctx, newcomer);
    if (!added.ok || !added.value.link) throw new Error("No link was made.");
    expect(await ctx.people.getPerson("a1", added.value.personId)).toMatchObject({
      name: "Nina",
      email: "nina@example.org",
      hasPassword: false,
      grants: [{ clientId: "c1", role: "marketer" }],
    });
    const input = { token: added.value.link.token, password: "a password of hers" };
    expect(await setPassword(ctx, { ...input, password: "short" })).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await setPassword(ctx, input)).toMatchObject({ ok: true });
    expect(await setPassword(ctx, input)).toMatchObject({ error: { code: "link_gone" } });
    expect(await ctx.credentials.getPasswordHash(added.value.personId)).toBe(
      "hashed a password of hers",
    );
  });

  it("gives somebody with an account a role and no link into it", async () => {
    const ctx = await asOwner();
    const added = await addPerson(ctx, { ...newcomer, email: "both@example.org" });
    expect(added).toEqual({ ok: true, value: { personId: "both", link: null } });
    expect((await ctx.people.getPerson("a1", "both"))?.grants).toHaveLength(2);
  });

  it("gives the owner of one client no link to a colleague who waits with a role elsewhere", async () => {
    const waiting = { id: "will", grants: [owner] };
    const ctx = await aWorkspace(actorWith("owner", "c1"), [...colleagues, waiting]);
    const added = await addPerson(ctx, { ...newcomer, email: "will@example.org" });
    expect(added).toEqual({ ok: true, value: { personId: "will", link: null } });
    const asAll = await aWorkspace(actorWith("owner"), [...colleagues, waiting]);
    expect(await addPerson(asAll, { ...newcomer, email: "will@example.org" })).toMatchObject({
      value: { personId: "will", link: { token: "token-1" } },
    });
  });

  it("says so when they have a role there already", async () => {
    const again = await addPerson(await asOwner(), { ...newcomer, email: "vic@example.org" });
    expect(again).toMatchObject({ error: { code: "already_there" } });
  });

  it("names each field that is wrong and adds nobody", async () => {
    const ctx = await asOwner();
    const refused = await addPerson(ctx, { ...newcomer, name: " ", email: "nina" });
    expect(refused).toMatchObject({
      error: { fields: { name: "A name is needed.", email: "This is not an email address." } },
    });
    expect(await ctx.people.listPeople("a1")).toHaveLength(3);
  });

  it("stays within what the owner owns", async () => {
    const ctx = await aWorkspace(actorWith("owner", "c1"), colleagues);
    expect(await addPerson(ctx, newcomer)).toMatchObject({ ok: true });
    const elsewhere = { ...newcomer, email: "x@example.org" };
    expect(await addPerson(ctx, { ...elsewhere, clientId: "c2" })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await addPerson(ctx, { ...elsewhere, clientId: null })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await ctx.people.findByEmail("x@example.org")).toBeNull();
  });

  it("is closed to a marketer and to another agency's clients", async () => {
    const ctx = await aWorkspace(actorWith("marketer"), colleagues);
    expect(await addPerson(ctx, newcomer)).toMatchObject({ error: { code: "forbidden" } });
    const foreign = await addPerson(await asOwner(), { ...newcomer, clientId: "c9" });
    expect(foreign).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("changing roles", () => {
  it("changes a role, and takes one away at once", async () => {
    const ctx = await asOwner();
    const where = { personId: "vic", clientId: "c1" };
    expect(await saveGrant(ctx, { ...where, role: "marketer" })).toMatchObject({ ok: true });
    expect((await ctx.people.getPerson("a1", "vic"))?.grants).toMatchObject([{ role: "marketer" }]);
    expect(await removeGrant(ctx, where)).toMatchObject({ ok: true });
    expect(await ctx.people.getPerson("a1", "vic")).toBeNull();
    expect(await removeGrant(ctx, where)).toMatchObject({ error: { code: "not_found" } });
  });

  it("keeps the last owner", async () => {
    const ctx = await asOwner();
    const olga = { personId: "olga", clientId: null };
    const demoted = await saveGrant(ctx, { ...olga, role: "viewer" });
    expect(demoted).toMatchObject({ error: { code: "last_owner" } });
    expect(await removeGrant(ctx, olga)).toMatchObject({ error: { code: "last_owner" } });
    await saveGrant(ctx, { personId: "vic", clientId: null, role: "owner" });
    expect(await removeGrant(ctx, olga)).toMatchObject({ ok: true });
  });

  it("does not reach people of another agency", async () => {
    const stranger = { id: "stranger", grants: [{ ...owner, agencyId: "a2" }] };
    const ctx = await aWorkspace(actorWith("owner"), [...colleagues, stranger]);
    const grant = { personId: "stranger", clientId: "c1", role: "viewer" as const };
    expect(await saveGrant(ctx, grant)).toMatchObject({ error: { code: "not_found" } });
    const taken = await removeGrant(ctx, { personId: "stranger", clientId: null });
    expect(taken).toMatchObject({ error: { code: "not_found" } });
    expect(await ctx.people.getPerson("a2", "stranger")).not.toBeNull();
  });

  it("is closed to an account manager", async () => {
    const ctx = await aWorkspace(actorWith("account_manager"), colleagues);
    const where = { personId: "vic", clientId: "c1" };
    expect(await saveGrant(ctx, { ...where, role: "owner" })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await removeGrant(ctx, where)).toMatchObject({ error: { code: "forbidden" } });
  });
});

describe("a reset link", () => {
  it("replaces the earlier one and ends every session", async () => {
    const ctx = await asOwner();
    const first = await makeResetLink(ctx, { personId: "olga" });
    const second = await makeResetLink(ctx, { personId: "olga" });
    if (!first.ok || !second.ok) throw new Error("No link was made.");
    ctx.sessions.set("s1", "olga");
    const password = "another long password";
    const stale = await setPassword(ctx, { token: first.value.token, password });
    expect(stale).toMatchObject({ error: { code: "link_gone" } });
    expect([...ctx.sessions.keys()]).toEqual(["s1"]);
    const fresh = await setPassword(ctx, { token: second.value.token, password });
    expect(fresh).toMatchObject({ ok: true });
    expect([...ctx.sessions.keys()]).toEqual([]);
  });

  it("works for 24 hours", async () => {
    const ctx = await asOwner();
    const made = await makeResetLink(ctx, { personId: "vic" });
    if (!made.ok) throw new Error("No link was made.");
    const later = new Date(ctx.now().getTime() + 24 * 3_600_000);
    const input = { token: made.value.token, password: "another long password" };
    const late = await setPassword({ ...ctx, now: () => later }, input);
    expect(late).toMatchObject({ error: { code: "link_gone" } });
    const justInTime = { ...ctx, now: () => new Date(later.getTime() - 1) };
    expect(await setPassword(justInTime, input)).toMatchObject({ ok: true });
  });

  it("is not made for somebody who also works at another agency, or who works only there", async () => {
    const ctx = await asOwner();
    const shared = await makeResetLink(ctx, { personId: "both" });
    expect(shared).toMatchObject({ error: { code: "works_elsewhere" } });
    const nobody = await makeResetLink(ctx, { personId: "nobody" });
    expect(nobody).toMatchObject({ error: { code: "not_found" } });
  });

  it("is made by an owner of all clients only", async () => {
    const ctx = await aWorkspace(actorWith("owner", "c1"), colleagues);
    const made = await makeResetLink(ctx, { personId: "vic" });
    expect(made).toMatchObject({ error: { code: "forbidden" } });
  });
});
