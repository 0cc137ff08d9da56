// Runs the embedded database in a thread of its own; threaded-pglite.ts is its other end.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite, types } from "@electric-sql/pglite";

/** Types that the query builder reads from text by itself; functions cannot be sent along. */
const asText = Object.fromEntries(workerData.textTypes.map((type) => [type, (value) => value]));
/** Bytes go in as they are, and come back from their hexadecimal text in one piece: the client's own way is 15 times slower. */
const bytesIn = { [types.BYTEA]: (value) => value };
const bytesOut = {
  [types.BYTEA]: (text) => new Uint8Array(Buffer.from(text.slice(2), "hex")),
};
/** What is read of a database's error; the rest of it (the query, its parameters) must not travel into logs. */
const told = [
  "name",
  "message",
  "code",
  "severity",
  "detail",
  "schema",
  "table",
  "column",
  "constraint",
];

const client = await PGlite.create(workerData.folder);

async function answer({ kind, text, params, rowMode }) {
  if (kind === "close") return client.close();
  const { rows, fields, affectedRows } = await client.query(text, params, {
    rowMode,
    parsers: { ...asText, ...bytesOut },
    serializers: bytesIn,
  });
  return { rows, fields, affectedRows };
}

parentPort.on("message", async ({ id, ...ask }) => {
  try {
    parentPort.postMessage({ id, answer: await answer(ask) });
  } catch (error) {
    const facts = told.flatMap((name) =>
      typeof error?.[name] === "string" ? [[name, error[name]]] : [],
    );
    parentPort.postMessage({ id, error: Object.fromEntries(facts) });
  }
});
parentPort.postMessage({ id: 0 });
