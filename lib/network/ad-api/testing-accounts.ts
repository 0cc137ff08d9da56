import { hashToken } from "./internal-tokens";
import type { AdAccount, AdToken } from "./store";

export const berlin: AdAccount = {
  id: "101",
  workspaceId: "w1",
  name: "Lakeside",
  currency: "EUR",
  minorUnits: 100,
  timeZone: "Europe/Berlin",
};
const tokyo: AdAccount = {
  ...berlin,
  id: "102",
  name: "Sakura",
  currency: "JPY",
  minorUnits: 1,
  timeZone: "Asia/Tokyo",
};
const stranger: AdAccount = { ...berlin, id: "201", workspaceId: "w2", name: "Stranger" };

/** w1 has the accounts 101 and 102, w2 has 201. */
export const testAccounts: readonly AdAccount[] = [berlin, tokyo, stranger];

const aToken = (name: string, over: Partial<AdToken> = {}): AdToken => ({
  id: `token-${name}`,
  name,
  workspaceId: "w1",
  accountId: "101",
  scope: "manage",
  expiresAt: null,
  ...over,
});

/** Of w1's account 101: "reader" may read, "lakeside" may change, "old" has expired. */
export const testTokens = async (): Promise<Readonly<Record<string, AdToken>>> => ({
  [hashToken("reader")]: aToken("reader", { scope: "read" }),
  [hashToken("lakeside")]: aToken("lakeside"),
  [hashToken("old")]: aToken("old", { expiresAt: new Date("2026-01-01T00:00:00Z") }),
});
