import { createListReader } from "@/lib/companies/customer-list/create-list-reader";
import { type ListReader, UnreadableList } from "@/lib/companies/customer-list/list-reader";
import type { FromWorker, ToWorker } from "./list-worker-messages";

/** Reads and hashes a chosen file beside the page. What it knows stays here, but for what the page asks for. */
let reader: ListReader | null = null;

const tell = (message: FromWorker) => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  const { id, ask } = data;
  try {
    tell({ id, kind: "answer", value: await answerTo(id, ask) });
  } catch (error) {
    const expected = error instanceof UnreadableList;
    const message = expected ? error.message : "The file could not be read.";
    tell({ id, kind: "refusal", message });
  }
});

async function answerTo(id: number, ask: ToWorker["ask"]) {
  if (ask.kind === "open") {
    reader = createListReader(ask.file);
    return null;
  }
  if (!reader) throw new Error("No file was opened.");
  switch (ask.kind) {
    case "head":
      return reader.head();
    case "prepare":
      return reader.prepare(ask.choice, (done, total) =>
        tell({ id, kind: "progress", done, total }),
      );
    case "rows":
      return reader.rows(ask.from, ask.to);
  }
}
