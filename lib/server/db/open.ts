import "server-only";
import type { Env } from "../env";
import type { OpenDatabase } from "./database";
import { openEmbedded } from "./open-embedded";
import { openPostgres } from "./open-postgres";

/**
 * The deployment's database with every migration applied: PostgreSQL at DATABASE_URL, else the embedded one in NOD_DATA.
 * @throws StartRefusal when it is locked, newer than this code, unreachable, or the disk is full.
 */
export const openDatabase = (
  env: Pick<Env, "databaseUrl" | "dataDir">,
  onError: (error: Error) => void = (error) => console.error(error.message),
): Promise<OpenDatabase> =>
  env.databaseUrl === null ? openEmbedded(env.dataDir) : openPostgres(env.databaseUrl, onError);
