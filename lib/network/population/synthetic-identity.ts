import { hash } from "node:crypto";

/** Members below this number have a telephone too: +44 7700 900000 to 900999 are kept free for films and plays. */
export const membersWithPhones = 1_000;

/** A synthetic member's address. `.example` is reserved (RFC 2606): mail to it goes nowhere. */
export const syntheticEmail = (member: number): string => `member-${member}@people.example`;

/** Digits with the country code; null: no number is free to be made up for them. */
export const syntheticPhone = (member: number): string | null =>
  member < membersWithPhones ? `447700900${String(member).padStart(3, "0")}` : null;

/** As a company uploads it. */
export const sha256Hex = (value: string): string => hash("sha256", value, "hex");
