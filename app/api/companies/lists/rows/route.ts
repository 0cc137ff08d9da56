import { uploadListRows, uploadRowsInput } from "@/lib/companies/upload-list-rows";
import { refuse } from "@/lib/result";
import { answer, foreignOrigin, signedOut } from "@/lib/server/answer";
import { readJson } from "@/lib/server/read-at-most";
import { handlerContext } from "@/lib/server/request-context";
import { isSameOrigin } from "@/lib/server/same-origin";

/** Takes one call of a customer list's upload: hashes, and nothing else. A handler, because calls may be withdrawn and sent again. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return foreignOrigin();
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  const parsed = uploadRowsInput.safeParse(await readJson(request));
  if (!parsed.success) {
    const why = parsed.error.issues[0]?.message ?? "";
    return answer(refuse("invalid", `These rows cannot be taken. ${why}`.trim()));
  }
  return answer(await uploadListRows(ctx, parsed.data));
}
