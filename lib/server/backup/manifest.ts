import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod/mini";
import { StartRefusal } from "../start-refusal";

const manifestSchema = z.strictObject({
  nod: z.literal("backup"),
  version: z.literal(1),
  /** ISO 8601 */
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  /** PostgreSQL is dumped by its own tools; the manifest says from where on the journal counts. */
  database: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("embedded"),
      files: z.int(),
      bytes: z.int(),
      sha256: z.string(),
    }),
    z.strictObject({ kind: z.literal("postgres") }),
  ]),
  journal: z.strictObject({ id: z.string(), bytes: z.int() }),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFile = (folder: string): string => path.join(folder, "manifest.json");
export const databaseFolder = (folder: string): string => path.join(folder, "db");

/** @throws StartRefusal when the folder holds no backup that this version can read. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(manifestFile(folder), "utf8");
  } catch {
    throw new StartRefusal(`There is no backup in ${folder}: a whole one has a manifest.json.`);
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new StartRefusal(
      `The manifest of the backup in ${folder} is damaged, or of another version of Nod: nothing was restored.`,
    );
  }
}
