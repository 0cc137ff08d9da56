import { ok, type Result } from "@/lib/result";
import { getMyData, type MyData } from "./get-my-data";
import type { LedgerEvent } from "./ledger/consent-event";
import { loadMember, type MyContext, type NoMember } from "./load-member";

/** A file for the member to keep: what their page shows, and every event of the ledger that is theirs. */
export interface MyDownload extends Omit<MyData, "gpcOn"> {
  readonly format: "nod-my-data/1";
  /** ISO 8601 */
  readonly madeAt: string;
  readonly consentEvents: readonly LedgerEvent[];
}

/** Everything the network holds about the signed-in member, for nobody but them. */
export async function downloadMyData(ctx: MyContext): Promise<Result<MyDownload, NoMember>> {
  const [data, loaded] = await Promise.all([getMyData(ctx), loadMember(ctx)]);
  if (!data.ok) return data;
  if (!loaded.ok) return loaded;
  const { gpcOn: _gpcOn, ...mine } = data.value;
  const { consentEvents } = loaded.value;
  return ok({ format: "nod-my-data/1", madeAt: ctx.now().toISOString(), ...mine, consentEvents });
}
