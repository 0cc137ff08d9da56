import { z } from "zod/mini";
import type { Database } from "../db/database";
import { StartRefusal } from "../start-refusal";
import { addSignalKey, listSignalKeys, revokeSignalKey } from "./signal-keys";

/** What an operator asks about signing keys. */
export const keyOrder = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("list") }),
  z.strictObject({ do: z.literal("add"), app: z.string() }),
  z.strictObject({ do: z.literal("revoke"), key: z.string() }),
]);
export type KeyOrder = z.infer<typeof keyOrder>;

const usage = "Usage: npm run signal-key -- add APP | revoke KEY | list.";

/** @throws StartRefusal for arguments that are not understood. */
export function readKeyOrder(args: readonly string[]): KeyOrder {
  const [order, name = "", ...more] = args;
  if (more.length === 0) {
    if (order === "list" && name === "") return { do: "list" };
    if (order === "add" && name !== "") return { do: "add", app: name };
    if (order === "revoke" && name !== "") return { do: "revoke", key: name };
  }
  throw new StartRefusal(usage);
}

/**
 * Does it; answers what to say.
 * @throws StartRefusal for a key or an app that cannot be.
 */
export async function runKeyOrder(
  db: Database,
  pepper: string,
  order: KeyOrder,
  now: Date,
): Promise<string> {
  switch (order.do) {
    case "add": {
      const { id, secret } = await addSignalKey(db, pepper, order.app, now);
      return `Key:    ${id}\nSecret: ${secret}\nThe secret is shown this once.`;
    }
    case "revoke":
      await revokeSignalKey(db, order.key, now);
      return `${order.key} signs nothing any more.`;
    case "list": {
      const lines = (await listSignalKeys(db)).map(({ id, app, createdAt, revokedAt }) => {
        const until = revokedAt ? `, revoked ${revokedAt.toISOString()}` : "";
        return `${id}  ${app}  made ${createdAt.toISOString()}${until}`;
      });
      return lines.join("\n") || "There are no keys.";
    }
  }
}
