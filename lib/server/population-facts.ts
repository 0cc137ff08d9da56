import { z } from "zod/mini";
import type { Database } from "./db/database";
import { readSetting, settleSetting, writeSetting } from "./db/settings";
import type { Env } from "./env";
import { StartRefusal } from "./start-refusal";

const facts = z.object({
  members: z.int(),
  seed: z.int(),
  /** The day the population was made for, in days since 1970-01-01 (UTC): its signals lie before it. */
  madeOn: z.int(),
  /** Real members took the place of the synthetic ones. */
  imported: z._default(z.boolean(), false),
});
export type PopulationFacts = z.infer<typeof facts>;

const SETTING = "population";
const usualMembers = 2_000_000;

/** Days since 1970-01-01 (UTC), which is how signals are dated. */
export const dayNumber = (at: Date): number => Math.floor(at.getTime() / 86_400_000);

/**
 * Which members this deployment has: those imported, or synthetic ones, decided on its first start and kept, because everything stored since
 * (consents, settled days) speaks of them.
 * @throws StartRefusal when the environment now asks for others.
 */
export async function settlePopulation(db: Database, env: Env): Promise<PopulationFacts> {
  const wanted = {
    members: env.members ?? usualMembers,
    seed: env.seed ?? 1,
    madeOn: dayNumber(new Date()),
  };
  const kept = facts.parse(await settleSetting(db, SETTING, wanted));
  const differs = (asked: number | null, has: number) => asked !== null && asked !== has;
  if (!kept.imported && differs(env.members, kept.members)) {
    throw new StartRefusal(
      `This data holds a network of ${kept.members} members: leave NOD_MEMBERS out, or set NOD_DATA to a new folder.`,
    );
  }
  if (!kept.imported && differs(env.seed, kept.seed)) {
    throw new StartRefusal(
      `This data holds a network made from seed ${kept.seed}: leave NOD_SEED out, or set NOD_DATA to a new folder.`,
    );
  }
  return kept;
}

const staleAfterDays = 60;

/**
 * Moves an old demonstration's days up to today, at a start: signals count for 180 days, and made-up people make no new ones. Who they are,
 * what they like and what they said stays; what they did themselves keeps its own days. Answers whether it was old.
 */
export async function refreshDemo(db: Database, env: Pick<Env, "mode">, at: Date) {
  const kept = await readPopulation(db);
  const today = dayNumber(at);
  if (env.mode === "live" || !kept || kept.imported) return false;
  if (today - kept.madeOn <= staleAfterDays) return false;
  await writeSetting(db, SETTING, { ...kept, madeOn: today });
  return true;
}

/** What is known of the population; null before the first start and the first import. */
export async function readPopulation(db: Database): Promise<PopulationFacts | null> {
  const kept = await readSetting(db, SETTING);
  return kept === null ? null : facts.parse(kept);
}

/** Real members stand now, with numbers below `members`; in the transaction that brought them. */
export const noteImported = (db: Database, members: number, madeOn: number): Promise<void> =>
  writeSetting(db, SETTING, { members, seed: 0, madeOn, imported: true });

/** Whether real members took the place of the synthetic ones. */
export const isImported = async (db: Database): Promise<boolean> =>
  (await readPopulation(db))?.imported ?? false;
