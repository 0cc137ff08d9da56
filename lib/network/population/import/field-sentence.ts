import type { z } from "zod/mini";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { companyKinds, devices, genders } from "@/lib/network/reach/expression";

const date = "a date that exists, as YYYY-MM-DD";
const sha256 = "64 hexadecimal digits";
const choice = (values: readonly string[]) => `one of ${values.join(", ")}`;

const accepted: Readonly<Record<string, string>> = {
  id: "1 to 128 printable ASCII characters without spaces",
  birth_year: "a year as a whole number, or null",
  gender: choice(genders),
  country: "two capital letters (ISO 3166-1)",
  region: "a code of ISO 3166-2 such as IN-KL, or null",
  language: "two or three small letters (ISO 639), or null",
  device: choice(devices),
  on_social: "true or false",
  last_active: date,
  consents: "a list of at most 100 consents",
  "consents.purpose": choice(purposes),
  "consents.recipients": `a list of one to three of ${recipients.join(", ")}`,
  "consents.at": "a date and time with its zone, such as 2026-10-01T09:00:00Z",
  "consents.notice": "1 to 64 printable ASCII characters without spaces",
  signals: "a list",
  "signals.segment": "an id of the taxonomy, as text",
  "signals.strength": "1, 2 or 3",
  "signals.at": date,
  companies: "a list",
  "companies.id": "1 to 64 letters, digits, dots, dashes or underscores",
  "companies.kind": choice(companyKinds),
  "companies.at": date,
  email_sha256: sha256,
  phone_sha256: sha256,
};

/** What is wrong with a line that does not fit the schema: which field, and what it accepts, but never what it held. */
export function fieldSentence({ path, code }: z.core.$ZodIssue): string {
  const place = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  const name = place.join("").replace(/^\./, "");
  const names = path.filter((part) => typeof part === "string");
  const field = names.join(".");
  if (code === "unrecognized_keys") {
    return `${name === "" ? "The line" : name} has a field that a member does not have.`;
  }
  if (field === "") return "The line must be a JSON object.";
  const known = accepted[field] ?? "an object with the documented fields";
  const isEntry = typeof path.at(-1) === "number" && field !== "consents.recipients";
  return `${name} must be ${isEntry ? "an object with the documented fields" : known}.`;
}
