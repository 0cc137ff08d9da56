import { ok, type Result } from "@/lib/result";
import { type Fault, refused } from "./fault";
import { makeParams, noParams, type Params } from "./params";

/** An image of 4 MB in base64, and room for the rest. */
const maxBytes = 6_000_000;

const tooLarge = () => refused(1, "The request is larger than 6 MB.", { status: 413 });
const notJson = () => refused(100, "The request's body is not a JSON object.");

/** The named values of a body: JSON, form or multipart, whatever the content type claims. An empty body has none. */
export async function readBody(request: Request): Promise<Result<Params, Fault>> {
  if (!request.body) return ok(noParams);
  const bytes = await readBytes(request.body);
  if (!bytes) return tooLarge();
  if (bytes.length === 0) return ok(noParams);
  const type = request.headers.get("content-type") ?? "";
  if (/^multipart\/form-data/i.test(type)) return readMultipart(bytes, type);
  const text = new TextDecoder().decode(bytes).trim();
  if (text.startsWith("{") || /json/i.test(type)) return readJson(text);
  return ok(makeParams(new URLSearchParams(text)));
}

async function readBytes(
  body: ReadableStream<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function readJson(text: string): Result<Params, Fault> {
  if (text === "") return ok(noParams);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return notJson();
    return ok(makeParams(Object.entries(value)));
  } catch {
    return notJson();
  }
}

/** Files become their bytes in base64, as `bytes` would bring them; beside a batch, which names them, under their own names. */
async function readMultipart(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<Result<Params, Fault>> {
  try {
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    const entries: [string, unknown][] = [];
    for (const [name, value] of form) {
      if (typeof value === "string") entries.push([name, value]);
      else {
        const base64 = toBase64(new Uint8Array(await value.arrayBuffer()));
        entries.push([form.has("batch") ? name : "bytes", base64]);
      }
    }
    return ok(makeParams(entries));
  } catch {
    return refused(100, "The request's form could not be read.");
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
