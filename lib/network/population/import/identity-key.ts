import { createHmac } from "node:crypto";

/**
 * How the network knows an address or a number again without keeping it or its hash: HMAC-SHA256 under the deployment's
 * pepper, 32 bytes. `sha256` is the SHA-256 of the normalised value as hexadecimal digits.
 */
export const identityKey = (pepper: string, kind: "email" | "phone", sha256: string): Buffer =>
  createHmac("sha256", pepper).update(`identity/v1/${kind}/${sha256}`).digest();
