import { ok, type Result } from "@/lib/result";
import type { AdApiRefusal } from "./error";

interface Page<T> {
  readonly data: readonly T[];
  readonly paging?:
    | {
        readonly cursors?: { readonly after?: string | undefined } | undefined;
        readonly next?: string | undefined;
      }
    | undefined;
}

type Params = Readonly<Record<string, unknown>>;

const pageSize = 500;
/** 50,000 rows: a list that is longer is a mistake, not a screen. */
const maxPages = 100;

/** Every row of a list, page after page. */
export async function readAll<T>(
  params: Params,
  read: (params: Params) => Promise<Result<Page<T>, AdApiRefusal>>,
): Promise<Result<readonly T[], AdApiRefusal>> {
  const all: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await read({ ...params, limit: pageSize, ...(after && { after }) });
    if (!answer.ok) return answer;
    all.push(...answer.value.data);
    after = answer.value.paging?.next ? answer.value.paging.cursors?.after : undefined;
    if (!after) break;
  }
  return ok(all);
}
