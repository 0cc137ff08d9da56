import { consentBit } from "@/lib/network/consent/consent-bits";
import { recipients } from "@/lib/network/consent/purposes";
import type { Member } from "./member";

/** Says yes to relevant ads and known companies, for every recipient. */
const yesToEverything = recipients.reduce(
  (bits, recipient) =>
    bits | consentBit("relevant_ads", recipient) | consentBit("known_companies", recipient),
  0,
);

/** A woman of 25-34 in Maharashtra who said yes and has contributed nothing yet. */
export const aMember = (fields: Partial<Member> = {}): Member => ({
  number: 0,
  country: "IN",
  region: "IN-MH",
  language: "hi",
  ageBand: "25-34",
  gender: "female",
  device: "android",
  onSocial: true,
  lastActiveDay: 20_499,
  consent: yesToEverything,
  signals: [],
  companies: [],
  ...fields,
});
