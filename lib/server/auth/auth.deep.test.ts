import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../db/database";
import { insertAgency, storesUnderTest } from "../store/testing";
import { workspaceStores } from "../store/workspace-stores";
import { createAuth } from "./auth";
import { createPerson } from "./create-person";
import { scryptPasswords } from "./passwords";
import { readActor } from "./read-actor";
import { countSignIn, forgetSignIns, placeOf } from "./sign-in-limit";

const password = "a long first password";
const marketer = { agencyId: "a1", clientId: "c1", role: "marketer" as const };
/** Made once: hashing is slow on purpose. */
let hash: string | undefined;
const viewer = { agencyId: "a2", clientId: null, role: "viewer" as const };

for (const under of storesUnderTest()) {
  describe(`signing in, on ${under.name}`, () => {
    let db: Database;

    beforeEach(async () => {
      db = await under.empty();
      await insertAgency(db, { id: "a1", clientIds: ["c1"], account: 1 });
      await insertAgency(db, { id: "a2", clientIds: ["c2"], account: 2 });
      await createPerson(db, {
        id: "p",
        name: "Per",
        email: "per@example.org",
        grants: [marketer, viewer],
      });
      hash ??= await scryptPasswords.hash(password);
      await workspaceStores(db).credentials.setPasswordHash("p", hash);
    });

    const auth = () => createAuth({ db, url: "http://127.0.0.1:3000", authSecret: "s".repeat(32) });

    async function cookieOf(sign: Promise<{ headers: Headers | null | undefined }>) {
      const { headers } = await sign;
      const cookie = headers?.get("set-cookie")?.split(";")[0] ?? "";
      return new Headers({ cookie });
    }

    const signIn = (email: string, secret: string) =>
      auth().api.signInEmail({ body: { email, password: secret }, returnHeaders: true });

    it("begins a session at the first agency for the right password, and only for it", async () => {
      const headers = await cookieOf(signIn("per@example.org", password));
      const found = await auth().api.getSession({ headers });
      expect(found).toMatchObject({
        user: { id: "p" },
        session: { activeOrganizationId: "a1" },
      });
      await expect(signIn("per@example.org", "a wrong password")).rejects.toMatchObject({
        status: "UNAUTHORIZED",
      });
      await expect(signIn("nobody@example.org", password)).rejects.toMatchObject({
        status: "UNAUTHORIZED",
      });
    });

    it("is over everywhere once the person's sessions are ended", async () => {
      const { credentials } = workspaceStores(db);
      const headers = await cookieOf(signIn("per@example.org", password));
      await credentials.endSessions("p", null);
      expect(await auth().api.getSession({ headers })).toBeNull();
    });

    it("lets our own code begin a session without a password, for somebody who exists", async () => {
      const enter = (personId: string) =>
        auth().api.enter({ body: { personId }, headers: new Headers(), returnHeaders: true });
      const found = await auth().api.getSession({ headers: await cookieOf(enter("p")) });
      expect(found?.user.id).toBe("p");
      expect((await enter("nobody")).response).toEqual({ entered: false });
    });

    it.each([
      ["/api/auth/sign-up/email", { name: "Eve", email: "eve@example.org", password }],
      ["/api/auth/enter", { personId: "p" }],
      ["/api/auth/organization/create", { name: "Eve", slug: "eve" }],
    ])("refuses %s from outside", async (path, body) => {
      const request = new Request(`http://127.0.0.1:3000${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: "http://127.0.0.1:3000" },
        body: JSON.stringify(body),
      });
      const answer = await auth().handler(request);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get("set-cookie")).toBeNull();
    });

    it("reads the grants as they stand, of the asked agency or the first", async () => {
      expect(await readActor(db, "p", "a2")).toMatchObject({ agencyId: "a2", grants: [viewer] });
      expect(await readActor(db, "p", null)).toMatchObject({ agencyId: "a1", grants: [marketer] });
      const { people } = workspaceStores(db);
      await people.removeGrant("p", "a2", null);
      expect(await readActor(db, "p", "a2")).toMatchObject({ agencyId: "a1" });
      await people.removeGrant("p", "a1", "c1");
      expect(await readActor(db, "p", "a1")).toBeNull();
    });
  });

  describe(`tries to sign in, on ${under.name}`, () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 10, minute));
    const attempt = (db: Database, place: string, minute: number, email = "per@example.org") =>
      countSignIn(db, { email, place, now: at(minute) });

    it("are heard ten times in ten minutes for one address from one place", async () => {
      const db = await under.empty();
      for (let n = 0; n < 10; n++) expect(await attempt(db, "here", 0)).toBe(0);
      expect(await attempt(db, "here", 3)).toBe(7);
      expect(await attempt(db, "there", 3)).toBe(0);
      expect(await attempt(db, "here", 3, "other@example.org")).toBe(0);
      expect(await attempt(db, "here", 10)).toBe(0);
    });

    it("are forgotten with the right password", async () => {
      const db = await under.empty();
      for (let n = 0; n < 11; n++) await attempt(db, "here", 0);
      await forgetSignIns(db, { email: "per@example.org", place: "here", now: at(1) });
      expect(await attempt(db, "here", 1)).toBe(0);
    });

    it("are limited for one address from however many places", async () => {
      const db = await under.empty();
      let heard = 0;
      for (let n = 0; n < 120; n++) if ((await attempt(db, `place ${n}`, 0)) === 0) heard += 1;
      expect(heard).toBe(100);
    });
  });
}

it("the place of a request is the last hop, which a stranger cannot write", () => {
  expect(placeOf(new Headers({ "x-forwarded-for": "1.2.3.4, 5.6.7.8" }))).toBe("5.6.7.8");
  expect(placeOf(new Headers())).toBe("unknown");
});
