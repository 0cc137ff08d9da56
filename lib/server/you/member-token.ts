import { createHmac, timingSafeEqual } from "node:crypto";
import type { PopulationFacts } from "../population-facts";

const sign = (text: string, secret: string): string =>
  createHmac("sha256", secret).update(`member-session/v1/${text}`).digest("base64url");

/**
 * What sessions are signed with: one for these members alone. After an import the same number is another person, who must not be read with
 * the session of the one before.
 */
export const sessionSecret = (
  authSecret: string,
  { imported, seed, members, madeOn }: PopulationFacts,
): string => JSON.stringify([authSecret, imported, seed, members, madeOn]);

/** What a signed-in member's cookie holds: their number and until when, signed. */
export function memberToken(member: number, until: Date, secret: string): string {
  const text = `${member}.${until.getTime()}`;
  return `${text}.${sign(text, secret)}`;
}

/** The member of a token; null when it is not ours, was changed or has run out. */
export function readMemberToken(token: string, now: Date, secret: string): number | null {
  const [member, until, signature] = token.split(".");
  if (!member || !until || !signature) return null;
  const given = Buffer.from(signature);
  const ours = Buffer.from(sign(`${member}.${until}`, secret));
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  return Number(until) > now.getTime() ? Number(member) : null;
}
