import "server-only";
import { z } from "zod/mini";
import type { Database } from "../db/database";
import { readSetting, writeSetting } from "../db/settings";

const key = "network-clock";
const stored = z.object({ at: z.string() });

/** Where network time is kept between starts. */
export const networkClockStore = (db: Database) => ({
  async load(): Promise<Date | null> {
    const value = stored.safeParse(await readSetting(db, key));
    return value.success ? new Date(value.data.at) : null;
  },
  save: (at: Date): Promise<void> => writeSetting(db, key, { at: at.toISOString() }),
});
