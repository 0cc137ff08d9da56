import { createHmac, timingSafeEqual } from "node:crypto";

/** So far may the sender's clock be from ours; a request that was overheard is of no use after that. */
const windowMs = 5 * 60_000;

/**
 * An app's secret, made from the deployment's pepper and the key's id: nothing that could sign lies in the database, and an id that
 * nobody gave out is checked in the same way as one that somebody did.
 */
export const signalSecret = (pepper: string, keyId: string): string =>
  createHmac("sha256", pepper).update(`signal-key/v1/${keyId}`).digest("base64url");

/** HMAC-SHA256 over the timestamp, a full stop and the exact bytes of the body, as hexadecimal digits. */
export const signBody = (secret: string, timestamp: string, body: Uint8Array): string =>
  createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex");

/** What comes in the headers of a batch. */
export interface Signed {
  readonly keyId: string;
  /** Seconds since 1970 (UTC). */
  readonly timestamp: string;
  readonly signature: string;
}

/** What can be a signature at all; anything else needs no reading of the body. */
export function isSignedNow({ keyId, timestamp, signature }: Signed, now: Date): boolean {
  if (!/^[\x21-\x7e]{1,64}$/.test(keyId) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Number(timestamp) * 1000 - now.getTime()) <= windowMs;
}

/** Whether the body was signed with the key's secret. Takes the same time whether it was or not. */
export function isSignedBy(pepper: string, signed: Signed, body: Uint8Array): boolean {
  const ours = signBody(signalSecret(pepper, signed.keyId), signed.timestamp, body);
  return timingSafeEqual(Buffer.from(ours), Buffer.from(signed.signature));
}
