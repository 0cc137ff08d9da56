import { expect, it } from "vitest";
import { changePassword } from "./change-password";
import { actorWith, aWorkspace } from "./testing";

const password = "the first password";
const viewer = { agencyId: "a1", clientId: null, role: "viewer" as const };

async function signedIn() {
  const ctx = await aWorkspace(actorWith("viewer"), [{ id: "p1", password, grants: [viewer] }]);
  for (const id of ["here", "elsewhere"]) ctx.sessions.set(id, "p1");
  ctx.sessions.set("other person", "p2");
  return { ...ctx, sessionId: "here" };
}

it("a viewer changes their own password and stays signed in only here", async () => {
  const ctx = await signedIn();
  const changed = await changePassword(ctx, { current: password, password: "the second password" });
  expect(changed).toMatchObject({ ok: true });
  expect(await ctx.credentials.getPasswordHash("p1")).toBe("hashed the second password");
  expect([...ctx.sessions.keys()]).toEqual(["here", "other person"]);
});

it("who does not know the current password changes nothing", async () => {
  const ctx = await signedIn();
  const refused = await changePassword(ctx, {
    current: "a guess",
    password: "the second password",
  });
  expect(refused).toMatchObject({ error: { fields: { current: "This is not your password." } } });
  expect(await ctx.credentials.getPasswordHash("p1")).toBe(`hashed ${password}`);
  expect(ctx.sessions.size).toBe(3);
});

it("a short password is refused beside its field", async () => {
  const refused = await changePassword(await signedIn(), { current: password, password: "short" });
  expect(refused).toMatchObject({
    error: { fields: { password: "A password has at least 12 characters." } },
  });
});

it("somebody without a password is told how to get one", async () => {
  const ctx = { ...(await aWorkspace(actorWith("viewer"))), sessionId: "here" };
  const refused = await changePassword(ctx, { current: "x", password: "the second password" });
  expect(refused).toMatchObject({ error: { code: "no_password" } });
});
