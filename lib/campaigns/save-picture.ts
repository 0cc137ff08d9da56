import type { AdApiRefusal } from "@/lib/ad-api/error";
import { ok, type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { CampaignCtx } from "./ctx";
import { loadCampaign } from "./load-campaign";
import { pictureProblem, pictureTypeOf } from "./picture";

export interface SavedPicture {
  readonly imageHash: string;
  readonly imageUrl: string;
}

export type PictureRefusal =
  | AuthoriseRefusal
  | AdApiRefusal
  | { code: "not_a_draft" | "bad_picture"; message: string };

/** Keeps a draft's picture at the network. The draft itself is written by whoever types it. */
export async function savePicture(
  ctx: CampaignCtx,
  campaignId: string,
  bytes: Uint8Array,
): Promise<Result<SavedPicture, PictureRefusal>> {
  const loaded = await loadCampaign(ctx, "save", campaignId);
  if (!loaded.ok) return loaded;
  const { campaign, client } = loaded.value;
  if (campaign.state !== "draft") {
    return refuse("not_a_draft", "The campaign is launched: its picture cannot be changed.");
  }
  const problem = pictureProblem(bytes.length, pictureTypeOf(bytes));
  if (problem) return refuse("bad_picture", problem);
  const uploaded = await ctx.adApi.uploadImage(client.accountId, toBase64(bytes));
  if (!uploaded.ok) return uploaded;
  return ok({ imageHash: uploaded.value.hash, imageUrl: uploaded.value.url });
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
