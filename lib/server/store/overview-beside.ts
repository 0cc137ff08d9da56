import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod/mini";
import type { Payer, ReleaseRow, ReleaseTable } from "@/lib/network/release/release-table";

type Table = Pick<ReleaseTable, "find" | "record">;

const keptSchema = z.strictObject({
  people: z.string(),
  rows: z.array(z.strictObject({ key: z.string(), values: z.array(z.number()), at: z.string() })),
});
type Kept = z.infer<typeof keptSchema>;

interface Parts {
  readonly dataDir: string;
  readonly pepper: string;
  /** Whose overview it is: one of other people is not read. */
  readonly people: string;
  readonly payer: () => Payer;
}

/**
 * The table of monthly overviews, which also keeps the newest beside the database: a backup of before it, put back, finds it there
 * and draws no second one of the same month, which nobody's budget has room for. Without that file a second one is drawn.
 */
export function overviewBeside(table: Table, parts: Parts): Table {
  const folder = path.join(/* turbopackIgnore: true */ parts.dataDir, "journal");
  const fileOf = (epoch: string) => path.join(folder, `overview-${monthOf(epoch)}`);

  async function keep(epoch: string, rows: readonly ReleaseRow[]): Promise<void> {
    const kept: Kept = {
      people: parts.people,
      rows: rows.map(({ key, values, at }) => ({ key, values: [...values], at })),
    };
    const text = JSON.stringify(kept);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = fileOf(epoch);
    await writeDurably(`${file}.new`, `${code(parts.pepper, text)} ${text}`);
    await rename(`${file}.new`, file);
    const older = (await readdir(folder)).filter((name) => /^overview-\d{4}-\d{2}$/.test(name));
    for (const name of older.filter((one) => one < path.basename(file))) {
      await rm(path.join(folder, name));
    }
  }

  return {
    async find(workspaceId, epoch, kind, keys) {
      const found = await table.find(workspaceId, epoch, kind, keys);
      if (found.length === keys.length) return found;
      const rows = await read(fileOf(epoch), parts);
      const own = keys.flatMap((key) => rows.find((row) => row.key === key) ?? []);
      if (own.length < keys.length) return found;
      const priced = own.map((row) => ({ row: { ...row, epoch, kind }, cost: 0, most: 0 }));
      const written = await table.record(priced, parts.payer());
      return typeof written === "string" ? found : written.map((row) => ({ row, paid: true }));
    },

    async record(priced, payer) {
      const rows = priced.map(({ row }) => row);
      const [first] = rows;
      if (first) await keep(first.epoch, rows);
      const written = await table.record(priced, payer);
      // Whoever came first decides.
      if (first && typeof written !== "string") await keep(first.epoch, written);
      return written;
    },
  };
}

const monthOf = (epoch: string): string => epoch.split("/")[0] ?? "";

const code = (pepper: string, text: string): string =>
  createHmac("sha256", pepper).update(`overview/v1/${text}`).digest("base64url");

async function read(file: string, { pepper, people }: Parts): Promise<Kept["rows"]> {
  const content = await readFile(file, "utf8").catch(() => "");
  const space = content.indexOf(" ");
  const text = content.slice(space + 1);
  const [given, ours] = [
    Buffer.from(content.slice(0, Math.max(0, space))),
    Buffer.from(code(pepper, text)),
  ];
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return [];
  const kept = keptSchema.safeParse(JSON.parse(text));
  return kept.success && kept.data.people === people ? kept.data.rows : [];
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
