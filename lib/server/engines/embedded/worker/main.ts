import { parentPort, workerData } from "node:worker_threads";
import type { ShardAsk } from "../protocol";
import { openHost } from "./host";

const port = parentPort;
if (!port) throw new Error("The reach worker runs as a worker thread.");
const answer = openHost(
  workerData,
  (reply, transfer = []) => port.postMessage(reply, [...transfer]),
  // Ends this worker; the server opens another from the last snapshot.
  () => process.exit(1),
);
port.on("message", (message: ShardAsk) => void answer(message));
