import { largestPictureBytes, pictureProblem } from "@/lib/campaigns/picture";
import { savePicture } from "@/lib/campaigns/save-picture";
import { ok } from "@/lib/result";
import { answer, foreignOrigin, signedOut } from "@/lib/server/answer";
import { readAtMost } from "@/lib/server/read-at-most";
import { handlerContext } from "@/lib/server/request-context";
import { getRuntime } from "@/lib/server/runtime";
import { isSameOrigin } from "@/lib/server/same-origin";

/** Takes a draft's picture as the body's bytes. A handler, because a server action's body may not be this large. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ campaignId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return foreignOrigin();
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  const { campaignId } = await params;
  const bytes = await readAtMost(request, largestPictureBytes);
  if (!bytes) {
    const message = pictureProblem(largestPictureBytes + 1, null) ?? "";
    return answer({ ok: false, error: { code: "bad_picture", message } });
  }
  const saved = await savePicture(ctx, campaignId, bytes);
  if (!saved.ok) return answer(saved);
  const { env } = await getRuntime();
  return answer(ok({ ...saved.value, imageUrl: ownPath(saved.value.imageUrl, env.url) }));
}

/** A picture that this server itself keeps is named by its path, so that it shows under any of the server's names. */
function ownPath(address: string, own: string): string {
  const url = new URL(address, own);
  return url.origin === new URL(own).origin ? url.pathname : address;
}
