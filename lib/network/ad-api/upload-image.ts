import { ok } from "@/lib/result";
import { made } from "./activity";
import { mayNot, missing, wrong } from "./fault";
import { imageAddress, imageOperation } from "./image-address";
import type { ParamSpec } from "./node-type";
import { textParam } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";

export const uploadParams: Readonly<Record<string, ParamSpec>> = {
  bytes: {
    type: "text",
    about: "A JPEG, PNG, GIF or WebP picture of up to 4 MB, in base64.",
    required: true,
  },
  name: { type: "text", about: "Under which name it is answered; bytes without it." },
};

const maxBytes = 4 * 1024 * 1024;

/** `POST /act_n/adimages`: keeps a picture and answers its hash; the same picture again answers the same hash. */
export async function uploadImage(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  if (!scope.caller.mayChange) return mayNot();
  const { deps, now, call } = scope;
  const base64 = textParam(edge.params, "bytes")
    ?.replace(/^data:[^,]*,/, "")
    .replace(/\s/g, "");
  if (!base64) return missing("bytes");
  const bytes = fromBase64(base64);
  if (!bytes) return wrong(["bytes"], "bytes must be a picture in base64.");
  if (bytes.length > maxBytes) return wrong(["bytes"], "The picture is larger than 4 MB.");
  const type = imageType(bytes);
  if (!type) return wrong(["bytes"], "Use a JPEG, PNG, GIF or WebP picture.");
  const hash = await hashOf(bytes);
  const name = textParam(edge.params, "name")?.slice(0, 200) ?? "bytes";
  const image = {
    id: deps.newId(),
    kind: "image" as const,
    accountId: account.id,
    parentId: null,
    status: "ACTIVE" as const,
    data: { hash, name, type, bytes: base64 },
    operationId: imageOperation(hash),
    createdTime: now,
    updatedTime: now,
  };
  const activities = [made(scope, image)];
  const { object } = await deps.objects.insertOnce({ ...image, activities });
  if (object.status === "DELETED") {
    await deps.objects.update(object.id, { status: "ACTIVE", at: now, activities });
  }
  return ok({ images: { [name]: { hash, url: imageAddress(call, hash) } } });
}

/** The first half of a SHA-256: long enough that a picture is found by its hash only by who has it. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Told by the first bytes, never by what the caller says: what is served again is only ever a picture. */
function imageType(bytes: Uint8Array): string | null {
  const starts = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (ascii(0, 6) === "GIF87a" || ascii(0, 6) === "GIF89a") return "image/gif";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "image/webp";
  return null;
}
