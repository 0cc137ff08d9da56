import { z } from "zod/mini";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { Result } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import { leastRows } from "./customer-list/list-reader";
import { rowsACall } from "./customer-list/upload-rows";
import { type CustomerListsCtx, loadCustomerList } from "./customer-lists-ctx";

const hash = z.string().check(z.regex(/^(?:[0-9a-f]{64})?$/, "must be a SHA-256, or empty"));

/** One call of an upload. Nothing but hashes fits into it. */
export const uploadRowsInput = z
  .object({
    clientId: z.string(),
    listId: z.string().check(z.regex(/^\d{1,20}$/)),
    operation: z.literal(["add", "replace"]),
    sessionId: z.uuid(),
    seq: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    last: z.boolean(),
    total: z
      .int()
      .check(z.minimum(leastRows, "A list has at least 1,000 rows."), z.maximum(10_000_000)),
    columns: z.array(z.literal(["EMAIL", "PHONE"])).check(z.minLength(1), z.maxLength(2)),
    rows: z
      .array(z.array(hash).check(z.maxLength(2)))
      .check(z.minLength(1), z.maxLength(rowsACall, "A call has at most 5,000 rows.")),
  })
  .check(
    z.refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), {
      error: "Every row has a value a column.",
    }),
  );
export type UploadRowsInput = z.infer<typeof uploadRowsInput>;

/** Passes one call of an upload on. The same call again changes nothing; the last one makes the session take effect. */
export async function uploadListRows(
  ctx: CustomerListsCtx,
  { clientId, listId, ...call }: UploadRowsInput,
): Promise<Result<{ readonly received: number }, AuthoriseRefusal | AdApiRefusal>> {
  const found = await loadCustomerList(ctx, { clientId, listId });
  if (!found.ok) return found;
  return ctx.adApi.uploadToCustomerList(listId, call);
}
