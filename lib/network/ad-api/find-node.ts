import type { Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";

/** An account the caller may see; null when there is none or it is somebody else's: the difference is not told. */
export async function findAccount({ caller, shelf }: Scope, id: string): Promise<AdAccount | null> {
  const digits = /^act_(\d{1,16})$/.exec(id)?.[1];
  if (!digits || (caller.accountId !== null && caller.accountId !== digits)) return null;
  const account = await shelf.account(digits);
  return account?.workspaceId === caller.workspaceId ? account : null;
}

/** An object in an account that the caller may see. */
export async function findObject(
  scope: Scope,
  id: string,
): Promise<{ readonly object: AdObject; readonly account: AdAccount } | null> {
  if (!/^\d{1,16}$/.test(id) || !Number.isSafeInteger(Number(id))) return null;
  const object = await scope.shelf.get(Number(id));
  const account = object && (await findAccount(scope, `act_${object.accountId}`));
  return account ? { object, account } : null;
}

/** The accounts that the caller may see. */
export async function listAccounts({ deps, caller }: Scope): Promise<readonly AdAccount[]> {
  const all = await deps.accounts.list(caller.workspaceId);
  return caller.accountId === null ? all : all.filter(({ id }) => id === caller.accountId);
}
