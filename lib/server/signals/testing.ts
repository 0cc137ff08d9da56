import type { MemberChange } from "@/lib/network/reach/engine";
import { createRateLimit } from "@/lib/network/signals/rate-limit";
import type { SignalEvent } from "@/lib/network/signals/signal-event";
import { signBody } from "@/lib/network/signals/signature";
import type { Database } from "../db/database";
import { logEnd, readLog } from "../engines/member-log";
import { type NoteChanges, noting } from "../engines/note-changes";
import { recordChanges } from "../engines/record-changes";
import type { MadeKey } from "./signal-keys";
import type { SignalParts } from "./take-signals";

/** A recorder over a database, telling what it is told to tell. */
export const recorderOver = (
  db: Database,
  applyAll: (changes: readonly MemberChange[]) => Promise<void> = async () => {},
  note: NoteChanges = async () => {},
) =>
  recordChanges({
    ...noting(db, note),
    end: () => logEnd(db),
    read: (after) => readLog(db, async (changes) => changes, after),
    applyAll,
    position: 0,
  });

export const testPepper = "a pepper that only tests know, 32 characters";

/** Limits that no test meets by accident. */
export const partsOver = (
  db: Database,
  now: Date,
  engine: SignalParts["engine"] = recorderOver(db),
): SignalParts => ({
  db,
  engine,
  pepper: testPepper,
  now: () => now,
  limit: createRateLimit(() => now.getTime()),
});

/** A batch as the app sends it. */
export function signedBatch(
  key: MadeKey,
  events: readonly (SignalEvent | unknown)[],
  now: Date,
  over: { readonly app?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Request {
  const body = new TextEncoder().encode(JSON.stringify({ app: over.app ?? "messenger", events }));
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return new Request("http://localhost/api/signals", {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "nod-key": key.id,
      "nod-timestamp": timestamp,
      "nod-signature": signBody(key.secret, timestamp, body),
      ...over.headers,
    },
  });
}
