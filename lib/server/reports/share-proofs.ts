import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { ShareProofs } from "@/lib/reports/share-ports";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

export const shareProofs: ShareProofs = {
  // The password's hash never leaves the database: nobody makes this proof without having given the password.
  of: (token, passwordHash) =>
    createHmac("sha256", passwordHash).update(`share/${token}`).digest("base64url"),
  same: (a, b) => timingSafeEqual(digest(a), digest(b)),
};
