import { ok } from "@/lib/result";
import { healthOf } from "./custom-audience-status";
import { addUsers, removeUsers, replaceUsers, sessionRows } from "./custom-audience-users";
import { noSuchField } from "./fault";
import type { FieldAsk } from "./field-asks";
import { type Described, type NodeType, own } from "./node-type";
import { readable } from "./object-spec";
import { customAudienceSpec } from "./specs/custom-audience-spec";
import type { AdObject } from "./store";

const described = (type: string, about: string) => ({ type, about });

const sessionFields: Readonly<Record<string, Described>> = {
  session_id: described("text", "The session."),
  nod_operation: described("text", "ADD, REMOVE or REPLACE."),
  start_time: described("text", "Seconds since 1970."),
  end_time: described("text", "When its last call came."),
  num_received: described("text", "Rows so far."),
  num_invalid_entries: described("text", "Of these, rows that are none."),
  progress: described("text", "0 to 100, by the estimated total."),
  stage: described("text", "UPLOADING, PROCESSING while its people are being found, or DONE."),
};

const healthFields: Readonly<Record<string, Described>> = {
  code: described("integer", "As in operation_status; 412: many rows were none."),
  description: described("text", "In words."),
};

/** Rows with the asked fields, or all of them; a field that there is not is named. */
function chosen(
  rows: readonly object[],
  known: Readonly<Record<string, Described>>,
  asks: readonly FieldAsk[] | null,
  type: string,
) {
  const names = asks?.map(({ name }) => name) ?? Object.keys(known);
  const unknown = names.find((name) => !own(known, name));
  if (unknown !== undefined) return noSuchField(unknown, type);
  const data = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name))),
  );
  return ok({ data });
}

export const customAudienceType: NodeType<AdObject> = readable(customAudienceSpec, {
  users: { post: addUsers, delete: removeUsers },
  usersreplace: { post: replaceUsers },
  sessions: {
    get: {
      about: "Its uploads and how far they are, the newest first.",
      run: async (scope, audience, _account, { asks }) =>
        chosen(await sessionRows(scope, audience), sessionFields, asks, "CustomAudienceSession"),
      params: {},
      fields: sessionFields,
    },
  },
  health: {
    get: {
      about: "What its owner may want to look after; empty when all is well.",
      run: async (scope, audience, _account, { asks }) =>
        chosen(await healthOf(scope, audience), healthFields, asks, "CustomAudienceHealth"),
      params: {},
      fields: healthFields,
    },
  },
});
