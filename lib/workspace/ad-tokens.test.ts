import { describe, expect, it } from "vitest";
import { listAdTokens } from "./list-ad-tokens";
import { makeAdToken } from "./make-ad-token";
import { revokeAdToken } from "./revoke-ad-token";
import { actorWith, aWorkspace } from "./testing";

const input = { name: "Importer", scope: "read" as const, clientId: "c2" };

describe("a token of the ad API", () => {
  it("is shown once and kept without its secret, for one client's account", async () => {
    const ctx = await aWorkspace(actorWith("owner"));
    const made = await makeAdToken(ctx, input);
    expect(made).toEqual({ ok: true, value: { token: "token-1" } });
    const listed = await listAdTokens(ctx);
    expect(listed).toMatchObject({
      ok: true,
      value: [{ name: "Importer", scope: "read", accountId: "act_2", revokedAt: null }],
    });
    expect(JSON.stringify(listed)).not.toContain("token-1");
  });

  it("holds for 90 days, or as long as was chosen", async () => {
    const ctx = await aWorkspace(actorWith("owner"));
    const daysOf = async (days?: 30 | 365 | 0) => {
      await makeAdToken(ctx, { ...input, ...(days !== undefined && { days }) });
      const listed = await listAdTokens(ctx);
      const expires = listed.ok ? listed.value[0]?.expiresAt : undefined;
      return expires ? (expires.getTime() - ctx.now().getTime()) / 86_400_000 : null;
    };
    expect([await daysOf(), await daysOf(30), await daysOf(365), await daysOf(0)]).toEqual([
      ...[90, 30, 365, null],
    ]);
    const odd = await makeAdToken(ctx, { ...input, days: 7 as 30 });
    expect(odd).toMatchObject({ error: { fields: { days: "Choose how long the token holds." } } });
  });

  it("stops for good when it is revoked", async () => {
    const ctx = await aWorkspace(actorWith("owner"));
    await makeAdToken(ctx, { ...input, clientId: null });
    const listed = await listAdTokens(ctx);
    const tokenId = listed.ok ? (listed.value[0]?.id ?? "") : "";
    expect(await revokeAdToken(ctx, { tokenId })).toMatchObject({ ok: true });
    expect(await revokeAdToken(ctx, { tokenId })).toMatchObject({ error: { code: "not_found" } });
    expect(await listAdTokens(ctx)).toMatchObject({ value: [{ revokedAt: ctx.now() }] });
  });

  it("is not revoked from another agency", async () => {
    const ctx = await aWorkspace(actorWith("owner"));
    await ctx.adAccounts.insertToken("a2", {
      id: "t9",
      name: "South",
      scope: "manage",
      accountId: null,
      createdAt: ctx.now(),
      revokedAt: null,
      expiresAt: null,
      tokenHash: "h",
    });
    const revoked = await revokeAdToken(ctx, { tokenId: "t9" });
    expect(revoked).toMatchObject({ error: { code: "not_found" } });
  });

  it("is for owners, within what they own", async () => {
    const manager = await aWorkspace(actorWith("account_manager"));
    expect(await makeAdToken(manager, input)).toMatchObject({ error: { code: "forbidden" } });
    expect(await listAdTokens(manager)).toMatchObject({ error: { code: "forbidden" } });
    expect(await revokeAdToken(manager, { tokenId: "t" })).toMatchObject({
      error: { code: "forbidden" },
    });
    const some = await aWorkspace(actorWith("owner", "c2"));
    expect(await makeAdToken(some, input)).toMatchObject({ ok: true });
    expect(await makeAdToken(some, { ...input, clientId: null })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await makeAdToken(some, { ...input, clientId: "c9" })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("needs a name", async () => {
    const made = await makeAdToken(await aWorkspace(actorWith("owner")), { ...input, name: "" });
    expect(made).toMatchObject({ error: { fields: { name: "A name is needed." } } });
  });
});
