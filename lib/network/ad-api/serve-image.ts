import { z } from "zod/mini";
import type { AdObjectStore } from "./store";
import { fromBase64 } from "./upload-image";

const stored = z.object({ type: z.string(), bytes: z.string() });

/** A picture by its hash, to anyone who knows it; null: there is none. */
export async function serveImage(
  objects: Pick<AdObjectStore, "findImage">,
  hash: string,
): Promise<Response | null> {
  if (!/^[0-9a-f]{32}$/.test(hash)) return null;
  const image = await objects.findImage(hash);
  if (!image) return null;
  const { type, bytes } = stored.parse(image.data);
  return new Response(fromBase64(bytes), {
    headers: {
      "content-type": type,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}
