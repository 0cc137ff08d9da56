import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod/mini";
import type { OpenDatabase } from "./db/database";
import { settleSetting } from "./db/settings";
import { type Env, EnvError, type SecretName, secretNames } from "./env";
import { StartRefusal } from "./start-refusal";

export type Secrets = Readonly<Record<SecretName, string>>;

const secret = z.string().check(z.minLength(32));
const storedSchema = z.partial(
  z.object({ authSecret: secret, releaseKey: secret, pepper: secret, ledgerKey: secret }),
);
type Stored = z.infer<typeof storedSchema>;

const fileIn = (dataDir: string) => path.join(/* turbopackIgnore: true */ dataDir, "secrets.json");

/** The secrets that demo mode once made in this folder. */
export function readStoredSecrets(dataDir: string): Stored {
  let text: string;
  try {
    text = readFileSync(fileIn(dataDir), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  try {
    return storedSchema.parse(JSON.parse(text));
  } catch {
    throw new StartRefusal(
      `${fileIn(dataDir)} is damaged: restore it from a backup, or set the secrets in the environment.`,
    );
  }
}

function storeSecrets(dataDir: string, secrets: Stored): void {
  mkdirSync(dataDir, { recursive: true });
  const half = `${fileIn(dataDir)}.new`;
  writeFileSync(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, fileIn(dataDir));
}

const settingOf = (name: SecretName) => `secret.${name}`;

/** Puts the secrets that may lie in the database there. The release key never does: who reads the database must not be able to take the noise off its numbers. */
export async function shareSecrets(db: OpenDatabase["db"], secrets: Stored): Promise<Stored> {
  const shared: Stored = {};
  for (const name of secretNames) {
    const value = secrets[name];
    if (name === "releaseKey" || value === undefined) continue;
    shared[name] = secret.parse(await settleSetting(db, settingOf(name), value));
  }
  return shared;
}

/**
 * The four secrets: from the environment, else those demo mode made on its first start. They lie in NOD_DATA (mode
 * 0600); with DATABASE_URL in the database, so that every server has the same, except the release key.
 * @throws EnvError in live mode when one is not in the environment.
 */
export async function resolveSecrets(env: Env, database: OpenDatabase): Promise<Secrets> {
  const given = givenSecrets(env);
  if (env.mode === "live") return completeOrThrow(given);
  const stored = readStoredSecrets(env.dataDir);
  const made: Stored = {};
  for (const name of secretNames) made[name] = stored[name] ?? randomBytes(32).toString("hex");
  const shared = database.kind === "postgres" ? await shareSecrets(database.db, made) : {};
  const kept: Stored = database.kind === "postgres" ? { releaseKey: made.releaseKey } : made;
  if (secretNames.some((name) => kept[name] !== undefined && kept[name] !== stored[name])) {
    storeSecrets(env.dataDir, { ...stored, ...kept });
  }
  return completeOrThrow({ ...made, ...shared, ...given });
}

function givenSecrets(env: Env): Stored {
  const given: Stored = {};
  for (const name of secretNames) {
    const value = env.given[name];
    if (value !== null) given[name] = value;
  }
  return given;
}

function completeOrThrow({ authSecret, releaseKey, pepper, ledgerKey }: Stored): Secrets {
  if (!authSecret || !releaseKey || !pepper || !ledgerKey) {
    throw new EnvError("NOD_AUTH_SECRET", "Live mode needs its four secrets in the environment.");
  }
  return { authSecret, releaseKey, pepper, ledgerKey };
}
