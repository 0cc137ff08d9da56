import { expect, test } from "vitest";
import { secretTokens } from "../auth/tokens";
import { adObjectStores } from "../store/ad-objects";
import { storesUnderTest } from "../store/testing";
import { keepDemoToken } from "./demo-token";
import { demoAgency } from "./people";

for (const under of storesUnderTest()) {
  test(`the demo's token follows the environment from start to start (${under.name})`, async () => {
    const db = await under.empty();
    const { tokens } = adObjectStores(db);
    const holder = async (token: string) => tokens.getByHash(secretTokens.hash(token));
    await keepDemoToken(db, "first-token-0123456789");
    expect(await holder("first-token-0123456789")).toMatchObject({ workspaceId: demoAgency.id });
    await keepDemoToken(db, "second-token-0123456789");
    expect(await holder("first-token-0123456789")).toBeNull();
    expect(await holder("second-token-0123456789")).toMatchObject({ scope: "manage" });
    await keepDemoToken(db, null);
    expect(await holder("second-token-0123456789")).toBeNull();
  });
}
