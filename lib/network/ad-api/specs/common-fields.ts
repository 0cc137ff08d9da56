import { oneOf } from "../field-types";
import type { FieldSpec } from "../object-spec";
import { issuesOf } from "../too-small";
import { formatTime } from "../zone-time";

/** Fields that every object has. */
export const commonFields: Readonly<Record<string, FieldSpec>> = {
  id: { read: (node) => String(node.id) },
  account_id: { read: (node) => node.accountId },
  status: {
    type: oneOf(["ACTIVE", "PAUSED", "ARCHIVED", "DELETED"]),
    required: true,
    read: (node) => node.status,
  },
  configured_status: { read: (node) => node.status },
  issues_info: { read: issuesOf },
  created_time: { read: (node, account) => formatTime(node.createdTime, account.timeZone) },
  updated_time: { read: (node, account) => formatTime(node.updatedTime, account.timeZone) },
};
