import { createHash } from "node:crypto";

const prefix = "nod_internal_";

/** Whether a token was made by a process for its own dashboard: this one, or one that is gone. */
export const isInternal = (token: string): boolean => token.startsWith(prefix);

/** Tokens for the dashboard in the same process: random, one a workspace, gone with the process. */
export interface InternalTokens {
  /** The workspace's token; the same one every time. */
  issue(workspaceId: string): string;
  lookup(token: string): string | null;
}

export function createInternalTokens(): InternalTokens {
  const byWorkspace = new Map<string, string>();
  const byToken = new Map<string, string>();
  return {
    issue(workspaceId) {
      const known = byWorkspace.get(workspaceId);
      if (known) return known;
      const random = crypto.getRandomValues(new Uint8Array(32));
      const token = `${prefix}${toHex(random)}`;
      byWorkspace.set(workspaceId, token);
      byToken.set(token, workspaceId);
      return token;
    },
    lookup: (token) => byToken.get(token) ?? null,
  };
}

/** How a token is kept and looked up: SHA-256, hex. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
