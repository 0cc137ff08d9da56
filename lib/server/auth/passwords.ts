import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Passwords } from "@/lib/workspace/credential-store";

/** scrypt with a salt of its own: the same hashes that sign-in checks. */
export const scryptPasswords: Passwords = {
  hash: hashPassword,
  verify: (password, hash) => verifyPassword({ password, hash }),
};
