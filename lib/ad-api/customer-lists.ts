import { z } from "zod/mini";
import type { Result } from "@/lib/result";
import type { CallOptions } from "./ad-api";
import { readAll } from "./client-lists";
import type { AdApiRefusal } from "./error";
import type { Transport } from "./transport";
import { done, made } from "./wire";

type Answer<T> = Promise<Result<T, AdApiRefusal>>;

/** The wire's custom audience, as far as a customer list has it. */
const customerList = z.object({
  id: z.string(),
  account_id: z.string(),
  name: z.string(),
  subtype: z.literal(["CUSTOM", "LOOKALIKE"]),
  /** The company whose customers they are; without it the account's own advertiser. */
  nod_company: z.optional(z.string()),
  /** Distinct rows, as far as the uploader knows. */
  nod_rows: z.optional(z.number()),
  /** "40-45 %", or "too few to say"; absent while nothing can be said. */
  nod_match_rate: z.optional(z.string()),
  /** 200, 410 nothing uploaded, 441 an upload is under way, 470 too few rows. */
  operation_status: z.object({ code: z.number(), description: z.string() }),
  /** Seconds since 1970, network time. */
  time_content_updated: z.optional(z.number()),
});
export type CustomerList = z.infer<typeof customerList>;

const customerLists = z.object({
  data: z.array(customerList),
  paging: z.optional(
    z.object({
      cursors: z.optional(z.object({ after: z.optional(z.string()) })),
      next: z.optional(z.string()),
    }),
  ),
});

const received = z.object({ num_received: z.number(), num_invalid_entries: z.number() });

export interface UploadCall {
  /** `replace` takes everybody off who is not in the session. */
  readonly operation: "add" | "replace";
  readonly sessionId: string;
  /** From 1; a call that came before changes nothing. */
  readonly seq: number;
  /** Completes the session: only then it takes effect. */
  readonly last: boolean;
  readonly total: number;
  readonly columns: readonly ("EMAIL" | "PHONE")[];
  /** SHA-256 in hexadecimal digits, or "" where a row has none; at most 10,000 rows. */
  readonly rows: readonly (readonly string[])[];
}

/** Customer lists, uploaded as hashes and matched inside the network. */
export interface CustomerListApi {
  /** `matchRates` asks how many of each can be reached, which is charged like any released number. */
  listCustomerLists(
    accountId: string,
    options: CallOptions & { readonly matchRates: boolean },
  ): Answer<readonly CustomerList[]>;
  getCustomerList(id: string, options?: CallOptions): Answer<CustomerList>;
  createCustomerList(
    accountId: string,
    input: { readonly clientOperationId: string; readonly name: string; readonly company: string },
  ): Answer<{ readonly id: string }>;
  uploadToCustomerList(
    id: string,
    call: UploadCall,
  ): Answer<{ readonly received: number; readonly invalid: number }>;
  deleteCustomerList(id: string): Answer<{ readonly success: true }>;
}

const fields =
  "id,account_id,name,subtype,nod_company,nod_rows,operation_status,time_content_updated";

export function customerListCalls(send: Transport): CustomerListApi {
  return {
    listCustomerLists: (accountId, { matchRates, signal }) =>
      readAll({ fields: matchRates ? `${fields},nod_match_rate` : fields }, (params) =>
        send(
          { method: "GET", path: `${accountId}/customaudiences`, params, signal },
          customerLists,
        ),
      ),

    getCustomerList: (id, { signal } = {}) =>
      send({ method: "GET", path: id, params: { fields }, signal }, customerList),

    createCustomerList: (accountId, { clientOperationId, name, company }) => {
      const params = {
        client_operation_id: clientOperationId,
        name,
        subtype: "CUSTOM",
        customer_file_source: "USER_PROVIDED_ONLY",
        nod_company: company,
      };
      return send({ method: "POST", path: `${accountId}/customaudiences`, params }, made);
    },

    uploadToCustomerList: async (id, call) => {
      const params = {
        payload: { schema: call.columns, data: call.rows },
        session: {
          session_id: call.sessionId,
          batch_seq: call.seq,
          last_batch_flag: call.last,
          estimated_num_total: call.total,
        },
      };
      const path = `${id}/${call.operation === "add" ? "users" : "usersreplace"}`;
      const answer = await send({ method: "POST", path, params, repeatable: true }, received);
      if (!answer.ok) return answer;
      const { num_received, num_invalid_entries } = answer.value;
      return { ok: true, value: { received: num_received, invalid: num_invalid_entries } };
    },

    deleteCustomerList: (id) =>
      send({ method: "POST", path: id, params: { method: "DELETE" }, repeatable: true }, done),
  };
}
