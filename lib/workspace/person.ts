import * as z from "zod/mini";
import { type Grant, roles } from "./actor";

/** Somebody who works at the agency, with what they may do there (their grants at other agencies are not told). */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** A password was set; without one only a one-time link (or the demo) lets them in. */
  readonly hasPassword: boolean;
  readonly grants: readonly Grant[];
}

export const nameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, "A name is needed."),
    z.maxLength(120, "A name has at most 120 characters."),
  );

export const emailSchema = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(1, "An email address is needed."),
    z.maxLength(254, "An email address has at most 254 characters."),
    z.email("This is not an email address."),
  );

/** Long rather than complicated; the upper bound keeps hashing cheap. */
export const passwordSchema = z
  .string()
  .check(
    z.minLength(12, "A password has at least 12 characters."),
    z.maxLength(200, "A password has at most 200 characters."),
  );

export const roleSchema = z.enum(roles, "Choose a role.");

/** A client's id, or null for all clients of the agency. */
export const scopeSchema = z.nullable(z.string().check(z.minLength(1)));
