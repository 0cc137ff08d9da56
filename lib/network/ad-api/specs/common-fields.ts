import { oneOf } from "../field-types";
import type { FieldSpec } from "../object-spec";
import { issuesOf } from "../too-small";
import { formatTime } from "../zone-time";

/** What an object was copied from; left out of one that was made by hand. */
export const sourceField: FieldSpec = {
  answers: "id",
  about: "What it was copied from.",
  read: ({ data }) => data.source_id,
};

/** Which object it is, and whose. */
export const identityFields: Readonly<Record<string, FieldSpec>> = {
  id: { answers: "id", about: "Its id.", read: (node) => String(node.id) },
  account_id: {
    answers: "id",
    about: "The digits of its account.",
    read: (node) => node.accountId,
  },
};

/** Fields of every object that is switched on and off. */
export const commonFields: Readonly<Record<string, FieldSpec>> = {
  ...identityFields,
  status: {
    type: oneOf(["ACTIVE", "PAUSED", "ARCHIVED", "DELETED"]),
    about: "Switched on or off, or put away; ACTIVE or PAUSED when it is made.",
    required: true,
    read: (node) => node.status,
  },
  configured_status: { about: "What was set.", read: (node) => node.status },
  issues_info: {
    answers: "list of objects",
    about: "Why the network itself stopped it.",
    read: issuesOf,
  },
  created_time: {
    answers: "time",
    about: "When it was made.",
    read: (node, account) => formatTime(node.createdTime, account.timeZone),
  },
  updated_time: {
    answers: "time",
    about: "When it was changed last.",
    read: (node, account) => formatTime(node.updatedTime, account.timeZone),
  },
};
