import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { ShareTokens } from "@/lib/reports/share-ports";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

export const shareTokens: ShareTokens = {
  create: () => randomBytes(32).toString("base64url"),
  hash: (token) => digest(token).toString("hex"),
  // The password's hash is a secret of the database: nobody makes this proof without having read it or given the password.
  proof: (token, passwordHash) =>
    createHmac("sha256", passwordHash).update(`share/${token}`).digest("base64url"),
  same: (a, b) => timingSafeEqual(digest(a), digest(b)),
};
