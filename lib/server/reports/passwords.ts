import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import type { Passwords } from "@/lib/reports/share-ports";

const keyBytes = 32;
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, keyBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );

/** Passwords of share links as scrypt$N$r$p$salt$key. The cost travels with the hash, so that it can rise later. */
export const passwords: Passwords = {
  async hash(password) {
    const salt = randomBytes(16);
    const key = await derive(password, salt, cost);
    const parts = [cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")];
    return `scrypt$${parts.join("$")}`;
  },

  async verify(password, hash) {
    const [kind, N, r, p, salt, key] = hash.split("$");
    if (kind !== "scrypt" || !salt || !key) return false;
    const kept = Buffer.from(key, "base64url");
    const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem };
    const given = await derive(password, Buffer.from(salt, "base64url"), options);
    return kept.length === given.length && timingSafeEqual(kept, given);
  },
};
