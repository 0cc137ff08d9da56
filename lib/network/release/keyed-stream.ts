import { createHmac, hkdfSync } from "node:crypto";
import type { UniformSource } from "./discrete-gaussian";

/** The noise key of one epoch: HKDF-SHA256 of the master key, which never enters the database. */
export const epochKey = (master: Uint8Array, epoch: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", master, "reach-noise/v1", `epoch:${epoch}`, 32));

/** HMAC-SHA256(key, len || kind || len || canonical): two different questions never share a seed by running together. */
export function questionSeed(key: Uint8Array, kind: string, canonical: string): Uint8Array {
  const hmac = createHmac("sha256", key);
  for (const text of [kind, canonical]) {
    const bytes = Buffer.from(text, "utf8");
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.length));
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}

/** HMAC-SHA256(seed, 0) || HMAC-SHA256(seed, 1) ..., read as uniform integers by mask and rejection. */
export function keyedStream(seed: Uint8Array): UniformSource {
  let block: Uint8Array = new Uint8Array(0);
  let at = 0;
  let counter = 0n;

  const nextByte = (): bigint => {
    if (at === block.length) {
      const number = Buffer.alloc(8);
      number.writeBigUInt64BE(counter);
      block = createHmac("sha256", seed).update(number).digest();
      counter += 1n;
      at = 0;
    }
    const byte = block[at] ?? 0;
    at += 1;
    return BigInt(byte);
  };

  return {
    below(bound) {
      if (bound <= 0n) throw new RangeError("The bound is at least 1.");
      const bits = (bound - 1n).toString(2).length;
      const mask = (1n << BigInt(bits)) - 1n;
      for (;;) {
        let value = 0n;
        for (let read = 0; read < bits; read += 8) value = (value << 8n) | nextByte();
        value &= mask;
        if (value < bound) return value;
      }
    },
  };
}
