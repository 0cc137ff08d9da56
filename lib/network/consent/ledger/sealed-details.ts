import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { canonicalJson } from "./canonical-json";
import { type EventDetails, eventDetailsSchema } from "./consent-event";
import { type SubjectKey, sealKeyOf } from "./leaf";

const nonceBytes = 12;
const tagBytes = 16;

/** An event's details as they are kept: nonce, AES-256-GCM, tag. Bound to its leaf; unreadable once the subject's key is gone. */
export function sealDetails(key: SubjectKey, leaf: number, details: EventDetails): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", sealKeyOf(key), nonce);
  cipher.setAAD(Buffer.from(String(leaf)));
  const sealed = cipher.update(canonicalJson(details), "utf8");
  return Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]);
}

/** The details again. Throws when they were sealed under another key, for another leaf, or were changed. */
export function openDetails(key: SubjectKey, leaf: number, sealed: Uint8Array): EventDetails {
  const end = sealed.length - tagBytes;
  const cipher = createDecipheriv("aes-256-gcm", sealKeyOf(key), sealed.subarray(0, nonceBytes));
  cipher.setAAD(Buffer.from(String(leaf)));
  cipher.setAuthTag(sealed.subarray(end));
  const opened = Buffer.concat([cipher.update(sealed.subarray(nonceBytes, end)), cipher.final()]);
  return eventDetailsSchema.parse(JSON.parse(opened.toString("utf8")));
}
