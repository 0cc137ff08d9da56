import { expect, test } from "vitest";
import { largestPictureBytes, pictureProblem, pictureTypeOf } from "./picture";
import { savePicture } from "./save-picture";
import { aDraft, aWorld } from "./testing";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function world(state: "draft" | "launched" = "draft") {
  const at = aWorld();
  await at.campaigns.save(aDraft({ state }));
  return at;
}

test("a picture is kept at the network, byte for byte", async () => {
  const at = await world();
  const sent: string[] = [];
  const { uploadImage } = at.network.adApi;
  const ctx = {
    ...at.marketer,
    adApi: {
      ...at.network.adApi,
      uploadImage: (account: string, bytes: string) => {
        sent.push(bytes);
        return uploadImage(account, bytes);
      },
    },
  };
  expect(await savePicture(ctx, "k1", png)).toMatchObject({
    ok: true,
    value: { imageHash: expect.any(String), imageUrl: expect.any(String) },
  });
  expect([...Buffer.from(sent[0] ?? "", "base64")]).toEqual([...png]);
});

test("a file is judged by its bytes, not by its name", () => {
  expect(pictureTypeOf(png)).toBe("image/png");
  expect(pictureTypeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(pictureTypeOf(new TextEncoder().encode("RIFF1234WEBPVP8 "))).toBe("image/webp");
  expect(pictureTypeOf(new TextEncoder().encode("<svg onload=alert(1)>"))).toBeNull();
  expect(pictureTypeOf(new Uint8Array())).toBeNull();
});

test("what is too large, empty or no picture is said in a sentence", async () => {
  expect(pictureProblem(largestPictureBytes, "image/png")).toBeNull();
  expect(pictureProblem(largestPictureBytes + 1, "image/png")).toContain("4 MB");
  expect(pictureProblem(0, null)).toContain("empty");
  const at = await world();
  const text = new TextEncoder().encode("hello");
  expect(await savePicture(at.marketer, "k1", text)).toMatchObject({
    error: { code: "bad_picture", message: "Use a PNG, JPEG or WebP picture." },
  });
  expect(at.network.calls).toEqual([]);
});

test("only a draft takes a picture, from somebody who may save it", async () => {
  const launched = await world("launched");
  expect(await savePicture(launched.marketer, "k1", png)).toMatchObject({
    error: { code: "not_a_draft" },
  });
  const at = await world();
  expect(await savePicture(at.viewer, "k1", png)).toMatchObject({ error: { code: "forbidden" } });
  expect(await savePicture(at.stranger, "k1", png)).toMatchObject({
    error: { code: "not_found" },
  });
  at.network.refuseNext("uploadImage", { code: "unavailable" });
  expect(await savePicture(at.marketer, "k1", png)).toMatchObject({
    error: { code: "unavailable" },
  });
});
