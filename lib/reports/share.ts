import { z } from "zod/mini";

export const shareScope = z.literal(["numbers", "with_audience"]);
export type ShareScope = z.infer<typeof shareScope>;

export const shareDays = [7, 30, 90, 365] as const;
export const usualShareDays = 30;

/** What somebody asks for when sharing a report; dates in the client's zone, inclusive. */
export const shareInput = z.object({
  clientId: z.string().check(z.minLength(1)),
  since: z.iso.date(),
  until: z.iso.date(),
  scope: z._default(shareScope, "numbers"),
  expiresInDays: z._default(
    z
      .int("Choose how long the link works.")
      .check(
        z.minimum(1, "A link works for at least a day."),
        z.maximum(365, "A link works for at most a year."),
      ),
    usualShareDays,
  ),
  /** null or empty: whoever has the link can read it. */
  password: z._default(
    z.nullable(
      z.string().check(
        z.refine((text) => text.length === 0 || text.length >= 8, "Use at least 8 characters."),
        z.maxLength(200, "Use at most 200 characters."),
      ),
    ),
    null,
  ),
});
export type ShareInput = z.input<typeof shareInput>;

/** A link as the people who made it see it; the link itself cannot be shown again. */
export interface ShareView {
  readonly id: string;
  readonly since: string;
  readonly until: string;
  readonly scope: ShareScope;
  readonly withPassword: boolean;
  readonly state: "open" | "expired" | "revoked";
  /** ISO 8601 */
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly views: number;
}
