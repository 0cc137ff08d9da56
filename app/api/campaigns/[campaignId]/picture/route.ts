import { largestPictureBytes, pictureProblem } from "@/lib/campaigns/picture";
import { savePicture } from "@/lib/campaigns/save-picture";
import { ok } from "@/lib/result";
import { answer, foreignOrigin, signedOut } from "@/lib/server/answer";
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

/** null: there was more than that; the rest is not read. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
