import pg from "pg";
import { StartRefusal } from "../start-refusal";

/** Any number that only Nod's members use. */
const MEMBERS_LOCK = 7_063_002;

const refusals = {
  server: "An import is running on this database: start when it has finished.",
  import: "A server or another import is running on this database: stop that first.",
};

/**
 * Keeps servers and imports apart on PostgreSQL: servers share the members, an import has them alone. Held by a connection of
 * its own until the answered function is called or the process ends. The embedded database needs none: its folder is locked.
 * @throws StartRefusal when the other side holds them.
 */
export async function holdMembers(
  databaseUrl: string | null,
  as: "server" | "import",
): Promise<() => Promise<void>> {
  if (databaseUrl === null) return async () => undefined;
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  // Without a listener, a database that stops would end this process.
  client.on("error", () => undefined);
  await client.connect();
  const take = as === "server" ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock";
  const { rows } = await client.query(`select ${take}($1) as taken`, [MEMBERS_LOCK]);
  if (rows[0]?.taken === true) return () => client.end();
  await client.end();
  throw new StartRefusal(refusals[as]);
}
