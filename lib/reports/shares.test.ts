import { describe, expect, test } from "vitest";
import { createShare } from "./create-share";
import { listShares } from "./list-shares";
import { openShare } from "./open-share";
import { revokeShare } from "./revoke-share";
import type { ShareInput } from "./share";
import { aReportingWorld, launched, ran, september } from "./testing";
import { unlockShare } from "./unlock-share";

function lakesideRan() {
  const world = aReportingWorld();
  world.own.push(launched("1"));
  world.network.accounts.set("act_1", [ran("1", [0, 300_000])]);
  return world;
}

async function shared(over: Partial<ShareInput> = {}) {
  const world = lakesideRan();
  const made = await createShare(world.manager, { clientId: "c1", ...september, ...over });
  if (!made.ok) throw new Error(made.error.message);
  return { world, token: made.value.token, share: made.value.share };
}

const day = 86_400_000;

describe("Sharing a report", () => {
  test("freezes the numbers: what happens later does not reach the link", async () => {
    const { world, token } = await shared();
    world.network.accounts.set("act_1", [ran("1", [0, 900_000])]);
    const opened = await openShare(world.reader, { token });
    expect(opened).toMatchObject({
      ok: true,
      value: { report: { total: { reach: { shown: 300_000 } } } },
    });
  });

  test("shows no id of ours and, with numbers only, nobody's audience", async () => {
    const { world, token } = await shared();
    const opened = await openShare(world.reader, { token });
    const text = JSON.stringify(opened);
    for (const id of ["k-1", '"c1"', '"a1"', "act_1", "p1"]) expect(text).not.toContain(id);
    expect(opened).toMatchObject({ value: { report: { campaigns: [{ audience: null }] } } });
  });

  test("shows whom the campaigns were for when that is shared too", async () => {
    const { world, token } = await shared({ scope: "with_audience" });
    expect(await openShare(world.reader, { token })).toMatchObject({
      value: { report: { campaigns: [{ audience: "People in Germany who like Cycling." }] } },
    });
  });

  test("keeps the token as a hash, the password too, and lasts thirty days unless told", async () => {
    const { world, token, share } = await shared({ password: "weekend rides" });
    const [kept] = await world.reportShares.list("a1", "c1");
    expect(JSON.stringify({ ...kept, tokenHash: "" })).not.toContain(token);
    expect(kept?.tokenHash).toBe(`#${token}`);
    expect(kept?.passwordHash).toBe("hash of weekend rides");
    expect(Date.parse(share.expiresAt) - Date.parse(share.createdAt)).toBe(30 * day);
    expect(share).toMatchObject({ withPassword: true, state: "open", createdBy: "Ines" });
  });

  test("is refused to a viewer, and not found for another agency or another client's manager", async () => {
    const { viewer, stranger, harbourOnly, reportShares } = lakesideRan();
    const ask = { clientId: "c1", ...september };
    expect(await createShare(viewer, ask)).toMatchObject({ error: { code: "forbidden" } });
    for (const ctx of [stranger, harbourOnly]) {
      expect(await createShare(ctx, ask)).toMatchObject({ error: { code: "not_found" } });
    }
    expect(await reportShares.list("a1", "c1")).toEqual([]);
  });

  test("names the field that cannot be", async () => {
    const { manager } = lakesideRan();
    for (const [over, field] of [
      [{ password: "short" }, "password"],
      [{ expiresInDays: 0 }, "expiresInDays"],
      [{ expiresInDays: 400 }, "expiresInDays"],
      [{ since: "yesterday" }, "since"],
      [{ until: "2026-08-01" }, "until"],
    ] as const) {
      const made = await createShare(manager, { clientId: "c1", ...september, ...over });
      expect(made).toMatchObject({ error: { code: "invalid" } });
      expect(!made.ok && Object.keys(made.error.fields ?? {})).toEqual([field]);
    }
  });

  test("makes no link while the network is silent", async () => {
    const world = lakesideRan();
    world.network.silent.add("act_1");
    const made = await createShare(world.manager, { clientId: "c1", ...september });
    expect(made).toMatchObject({ error: { code: "unavailable" } });
    expect(await world.reportShares.list("a1", "c1")).toEqual([]);
  });
});

describe("Opening a link", () => {
  test("counts each view, and shows the count to those who may report", async () => {
    const { world, token } = await shared();
    await openShare(world.reader, { token });
    await openShare(world.reader, { token });
    const listed = await listShares(world.manager, { clientId: "c1" });
    expect(listed).toMatchObject({ ok: true, value: [{ views: 2, withPassword: false }] });
    expect(JSON.stringify(listed)).not.toContain(token);
  });

  test("needs its password once, then the proof of it", async () => {
    const { world, token } = await shared({ password: "weekend rides" });
    expect(await openShare(world.reader, { token })).toMatchObject({
      error: { code: "password_needed" },
    });
    expect(await openShare(world.reader, { token, proof: "guessed" })).toMatchObject({
      error: { code: "password_needed" },
    });
    const unlocked = await unlockShare(world.reader, { token, password: "weekend rides" });
    if (!unlocked.ok) throw new Error(unlocked.error.message);
    const { proof } = unlocked.value;
    expect((await openShare(world.reader, { token, proof })).ok).toBe(true);
    expect(await listShares(world.manager, { clientId: "c1" })).toMatchObject({
      value: [{ views: 1 }],
    });
  });

  test("after eight wrong passwords hears none, the right one neither, for a quarter of an hour", async () => {
    const { world, token } = await shared({ password: "weekend rides" });
    for (let tried = 0; tried < 8; tried += 1) {
      expect(await unlockShare(world.reader, { token, password: "guess" })).toMatchObject({
        error: { code: "password_wrong", fields: { password: expect.any(String) } },
      });
    }
    const right = { token, password: "weekend rides" };
    expect(await unlockShare(world.reader, right)).toMatchObject({
      error: { code: "too_many_attempts", message: "Too many tries. Try again in 15 minutes." },
    });
    world.clock.now = new Date(world.clock.now.getTime() + 16 * 60_000);
    expect((await unlockShare(world.reader, right)).ok).toBe(true);
  });

  test("hears no password that is no text or longer than any, and hashes none of them", async () => {
    const { world, token } = await shared({ password: "weekend rides" });
    const verify = async () => {
      throw new Error("It was hashed.");
    };
    const reader = { ...world.reader, passwords: { verify } };
    const odd: unknown[] = [undefined, null, {}, ["weekend rides"], "x".repeat(201)];
    for (const password of odd) {
      expect(await unlockShare(reader, { token, password: password as string })).toMatchObject({
        error: { code: "password_wrong" },
      });
    }
  });

  test("tries sent at once are all counted", async () => {
    const { world, token } = await shared({ password: "weekend rides" });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => unlockShare(world.reader, { token, password: "guess" })),
    );
    const heard = answers.filter((one) => !one.ok && one.error.code === "password_wrong");
    expect(heard).toHaveLength(8);
  });

  test("is over when it has run out", async () => {
    const { world, token, share } = await shared({ expiresInDays: 7 });
    world.clock.now = new Date(Date.parse(share.expiresAt) - 1);
    expect((await openShare(world.reader, { token })).ok).toBe(true);
    world.clock.now = new Date(share.expiresAt);
    for (const open of [openShare, unlockShare]) {
      expect(await open(world.reader, { token, password: "" })).toMatchObject({
        error: { code: "expired" },
      });
    }
  });

  test("finds nothing behind a token nobody made, however it is shaped", async () => {
    const { world, token } = await shared();
    for (const other of ["", "x", token.toUpperCase(), `${token}0`, "t".repeat(43), "../../etc"]) {
      expect(await openShare(world.reader, { token: other })).toMatchObject({
        error: { code: "not_found" },
      });
    }
  });
});

describe("Revoking a link", () => {
  test("ends it at once and for good", async () => {
    const { world, token, share } = await shared();
    const answer = await revokeShare(world.manager, { clientId: "c1", shareId: share.id });
    expect(answer.ok).toBe(true);
    expect(await openShare(world.reader, { token })).toMatchObject({ error: { code: "revoked" } });
    expect(await listShares(world.manager, { clientId: "c1" })).toMatchObject({
      value: [{ state: "revoked", views: 0 }],
    });
  });

  test("is not for viewers, other agencies, other clients' managers, or through another client", async () => {
    const { world, token, share } = await shared();
    const ask = { clientId: "c1", shareId: share.id };
    expect(await revokeShare(world.viewer, ask)).toMatchObject({ error: { code: "forbidden" } });
    for (const [ctx, input] of [
      [world.stranger, ask],
      [world.harbourOnly, ask],
      [world.harbourOnly, { ...ask, clientId: "c2" }],
      [world.manager, { ...ask, shareId: "none" }],
    ] as const) {
      expect(await revokeShare(ctx, input)).toMatchObject({ error: { code: "not_found" } });
    }
    expect((await openShare(world.reader, { token })).ok).toBe(true);
  });

  test("and the list of links are not shown to viewers or strangers", async () => {
    const { world } = await shared();
    expect(await listShares(world.viewer, { clientId: "c1" })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await listShares(world.stranger, { clientId: "c1" })).toMatchObject({
      error: { code: "not_found" },
    });
  });
});
