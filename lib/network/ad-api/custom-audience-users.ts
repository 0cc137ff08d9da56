import type { ListOperation } from "@/lib/network/lists/list-state";
import type { ListSession } from "@/lib/network/lists/list-store";
import { ok } from "@/lib/result";
import { uploaded } from "./activity";
import { readPayload, readSession } from "./custom-audience-payload";
import { isLookalike, listRefOf } from "./custom-audience-ref";
import { mayNot, wrong } from "./fault";
import { inLeastTime } from "./least-time";
import type { Described, ParamSpec, Step } from "./node-type";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdObject } from "./store";

/** So many of a call's rows are named with what is wrong about them. */
const mostSamples = 10;

const params: Readonly<Record<string, ParamSpec>> = {
  payload: {
    type: "object",
    about: "`{schema, data}`: EMAIL, PHONE, or a list of columns, and at most 10,000 rows.",
    differs:
      "Every value is a SHA-256; people are found by EMAIL and PHONE, other columns are checked and used for nothing.",
    required: true,
  },
  session: {
    type: "object",
    about:
      "`{session_id, batch_seq, last_batch_flag, estimated_num_total}`; without it a call is a session of its own.",
    differs:
      "A session takes effect as a whole, with its last call, or of more than 20,000 rows in the background after it: operation_status and sessions say when. A batch that came before changes nothing.",
  },
};

const fields: Readonly<Record<string, Described>> = {
  audience_id: { type: "id", about: "The list." },
  session_id: { type: "text", about: "The session." },
  num_received: { type: "integer", about: "Rows of the session so far." },
  num_invalid_entries: { type: "integer", about: "Of these, rows that are none." },
  invalid_entry_samples: {
    type: "object",
    about: "Some of this call's, by their place: what is wrong.",
    differs: "The values are not repeated.",
  },
};

const step = (operation: ListOperation, about: string): Step<AdObject> => ({
  about,
  run: inLeastTime((scope, audience, _account, edge) =>
    uploadRows(scope, audience, edge, operation),
  ),
  params,
  changes: true,
  fields,
});

export const addUsers = step("add", "Adds people to the list.");
export const removeUsers = step(
  "remove",
  "Takes people off the list; never refused for what is left.",
);
export const replaceUsers = step("replace", "Puts these people in the place of all others.");

async function uploadRows(
  scope: Scope,
  audience: AdObject,
  edge: EdgeCall,
  operation: ListOperation,
): Answer {
  if (!scope.caller.mayChange) return mayNot();
  if (isLookalike(audience)) return wrong(["id"], "A lookalike has no rows of its own.");
  if (audience.status === "DELETED") return wrong(["id"], "The list is deleted.");
  const payload = readPayload(edge.params.payload);
  if (!payload.ok) return payload;
  const session = readSession(edge.params.session);
  if (!session.ok) return session;
  const { lists } = scope.deps.customers;
  const sessionId = session.value?.session_id ?? String(scope.deps.newId());
  const known = (await lists.listSessions(audience.id)).find((one) => one.sessionId === sessionId);
  if (known && known.operation !== operation) {
    const message = `The session ${sessionId} is one that ${words[known.operation]}.`;
    return wrong(["session", "session_id"], message);
  }
  const { rows, received, invalid } = payload.value;
  const kept = await lists.receive(listRefOf(audience), {
    ...{ sessionId, operation, rows, received, invalid: invalid.size, at: scope.now },
    seq: session.value?.batch_seq ?? 1,
    last: session.value ? (session.value.last_batch_flag ?? false) : true,
    estimated: session.value?.estimated_num_total ?? null,
  });
  if (kept.closedAt && !known?.closedAt) await logUpload(scope, audience, kept);
  return ok({
    audience_id: String(audience.id),
    session_id: sessionId,
    num_received: kept.received,
    num_invalid_entries: kept.invalid,
    invalid_entry_samples: Object.fromEntries([...invalid].slice(0, mostSamples)),
  });
}

/** A line of the account's log for a session whose last call came. */
async function logUpload(scope: Scope, audience: AdObject, session: ListSession): Promise<void> {
  const { deps, now, shelf } = scope;
  const activities = [uploaded(scope, audience, session)];
  const after = await deps.objects.update(audience.id, { at: now, activities });
  if (after) shelf.put(after);
}

const words: Readonly<Record<ListOperation, string>> = {
  add: "adds people",
  remove: "takes people off",
  replace: "replaces everybody",
};

/** Uploads to a list and how far they are, the newest first. */
export async function sessionRows(scope: Scope, audience: AdObject): Promise<readonly object[]> {
  const sessions = await scope.deps.customers.lists.listSessions(audience.id);
  return sessions.map((one) => ({
    session_id: one.sessionId,
    nod_operation: one.operation.toUpperCase(),
    start_time: String(Math.floor(one.startedAt.getTime() / 1000)),
    ...(one.completedAt && { end_time: String(Math.floor(one.completedAt.getTime() / 1000)) }),
    num_received: String(one.received),
    num_invalid_entries: String(one.invalid),
    progress: String(progressOf(one)),
    stage: one.completedAt ? "DONE" : one.closedAt ? "PROCESSING" : "UPLOADING",
  }));
}

function progressOf({ completedAt, closedAt, estimated, received }: ListSession): number {
  if (completedAt) return 100;
  if (closedAt) return 99;
  return estimated ? Math.min(99, Math.floor((100 * received) / estimated)) : 0;
}
