import { ok } from "@/lib/result";
import { changed } from "./activity";
import { noSuchObject, wrong } from "./fault";
import { imageOperation } from "./image-address";
import { textParam } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import { storyOf } from "./specs/creative-spec";
import type { AdAccount } from "./store";

/** `DELETE /act_n/adimages?hash=`: takes a picture out of the account's library, unless a creative uses it. */
export async function deleteImage(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  { params }: EdgeCall,
): Answer {
  const { objects } = scope.deps;
  const hash = textParam(params, "hash") ?? "";
  const image = await objects.getByOperation(account.id, imageOperation(hash));
  if (!image || image.status === "DELETED") return noSuchObject(hash, ["hash"]);
  const creatives = await objects.list({ kind: "creative", accountIds: [account.id] });
  const user = creatives.find(
    ({ status, data }) => status !== "DELETED" && storyOf(data).link_data.image_hash === hash,
  );
  if (user) return wrong(["hash"], `The creative ${user.id} uses this picture.`);
  const activities = changed(scope, image, {}, "DELETED");
  await objects.update(image.id, { status: "DELETED", at: scope.now, activities });
  return ok({ success: true });
}
