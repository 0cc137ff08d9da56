import { z } from "zod/mini";
import { NoAnswer } from "@/lib/ask";

const kept = z.object({ imageHash: z.string(), imageUrl: z.string() });
const refused = z.object({
  error: z.object({ code: z.string(), message: z.string(), id: z.optional(z.string()) }),
});

/** Sends a picture's bytes; throws NoAnswer with a sentence when it is not kept. */
export async function sendPicture(campaignId: string, file: Blob): Promise<z.infer<typeof kept>> {
  const response = await fetch(`/api/campaigns/${campaignId}/picture`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  }).catch(() => {
    throw new NoAnswer("unreachable", "The server cannot be reached.");
  });
  const json: unknown = await response.json().catch(() => null);
  const value = kept.safeParse(json);
  if (response.ok && value.success) return value.data;
  const { data } = refused.safeParse(json);
  throw new NoAnswer(
    data?.error.code ?? "failed",
    data?.error.message ?? `The server answered with an error (${response.status}).`,
    data?.error.id,
  );
}
