import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod/mini";
import { StartRefusal } from "../start-refusal";
import { type KeyOrder, keyOrder } from "./key-orders";

/** Orders to a running server that has the embedded database open: who may write into its data folder may give them. */
const folderOf = (dataDir: string) => path.join(/* turbopackIgnore: true */ dataDir, "orders");

const answerSchema = z.union([
  z.strictObject({ said: z.string() }),
  z.strictObject({ refused: z.string() }),
]);
type Answer = z.infer<typeof answerSchema>;

const everyMs = 500;
/** A server that does not look by then is busy with its start, or is none of ours. */
const patienceMs = 15_000;

async function writeWhole(file: string, content: object): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/**
 * Asks the server that has the data folder; answers what it says.
 * @throws StartRefusal when it refuses, or does not answer.
 */
export async function orderFromServer(
  dataDir: string,
  order: KeyOrder,
  patience = patienceMs,
): Promise<string> {
  const folder = folderOf(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, randomUUID());
  await writeWhole(`${place}.order`, order);
  const until = performance.now() + patience;
  try {
    while (performance.now() < until) {
      await pause(50);
      const text = await readFile(`${place}.answer`, "utf8").catch(() => null);
      if (text === null) continue;
      const answer = answerSchema.parse(JSON.parse(text));
      if ("said" in answer) return answer.said;
      throw new StartRefusal(answer.refused);
    }
  } finally {
    for (const file of [`${place}.order`, `${place}.answer`]) await rm(file, { force: true });
  }
  throw new StartRefusal(
    "The server that has the data folder does not answer: wait until it is ready, or stop it.",
  );
}

/** Looks for orders while the server runs, and answers each once. Answers how to stop. */
export function takeOrders(
  dataDir: string,
  run: (order: KeyOrder) => Promise<string>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const folder = folderOf(dataDir);

  async function look(): Promise<void> {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(".order"))) {
      const file = path.join(/* turbopackIgnore: true */ folder, name);
      const text = await readFile(file, "utf8").catch(() => null);
      // Gone before it is done: an order that is given twice would make two keys.
      await rm(file, { force: true });
      if (text !== null) await writeWhole(file.replace(/order$/, "answer"), await answerTo(text));
    }
  }

  async function answerTo(text: string): Promise<Answer> {
    try {
      return { said: await run(keyOrder.parse(JSON.parse(text))) };
    } catch (error) {
      if (error instanceof StartRefusal) return { refused: error.message };
      onError(error);
      return { refused: "That did not work; the server's log says why." };
    }
  }

  // What an earlier server left is nobody's any more.
  let running: Promise<void> | null = rm(folder, { recursive: true, force: true })
    .catch(onError)
    .finally(() => {
      running = null;
    });
  const timer = setInterval(() => {
    running ??= look()
      .catch(onError)
      .finally(() => {
        running = null;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
