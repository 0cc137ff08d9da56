import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aCreative, aNetwork, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
const bytes = btoa(String.fromCharCode(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7));
let network: TestNetwork;
let hash: string;
beforeEach(async () => {
  network = await aNetwork();
  const { body } = await network.post("act_101/adimages", { bytes, name: "cat" });
  hash = body.images.cat.hash;
});

const remove = (params: Record<string, unknown>, as?: string) =>
  network.post("act_101/adimages", { ...params, method: "DELETE" }, as);
const listed = async () => (await network.get("act_101/adimages", { fields: "hash" })).body.data;
const creativeWith = (image_hash: string) => {
  const { object_story_spec: story } = aCreative(page);
  const link_data = { ...story.link_data, image_hash };
  return network.post("act_101/adcreatives", { object_story_spec: { ...story, link_data } });
};

describe("a picture", () => {
  it("is listed, found by its hash, and gone from the library once it is deleted, until it is uploaded again", async () => {
    expect(await listed()).toMatchObject([{ hash }]);
    const found = await network.get("act_101/adimages", { hashes: [hash, "none"], fields: "name" });
    expect(found.body.data).toMatchObject([{ name: "cat" }]);
    expect((await remove({ hash })).body).toEqual({ success: true });
    expect(await listed()).toEqual([]);
    expect((await creativeWith(hash)).status).toBe(400);
    expect((await remove({ hash })).body.error.error_subcode).toBe(33);
    await network.post("act_101/adimages", { bytes });
    expect(await listed()).toMatchObject([{ hash }]);
    expect((await creativeWith(hash)).status).toBe(200);
  });

  it("that a creative uses stays, and nobody deletes another's or may only read", async () => {
    await creativeWith(hash);
    expect((await remove({ hash })).body.error.error_user_msg).toMatch(/uses this picture/);
    expect((await remove({ hash }, "reader")).status).toBe(403);
    expect((await remove({ hash }, network.strangersToken)).body.error.error_subcode).toBe(33);
    expect((await remove({})).body.error.error_user_msg).toBe("The parameter hash is required.");
    expect(await listed()).toMatchObject([{ hash }]);
  });
});
