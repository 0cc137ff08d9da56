import { consentBit } from "@/lib/network/consent/consent-bits";
import { type Recipient, recipients } from "@/lib/network/consent/purposes";
import type { MemberRandom } from "./random";

/** Of the people who use that part of the family, how many say yes to relevant ads there. */
const adsShare: Readonly<Record<Recipient, number>> = { messenger: 0.7, social: 0.5, photos: 0.38 };
const companiesShare = 0.62;
/** People who want nothing but messages from companies they already know. */
const companiesOnlyShare = 0.08;
const otherPurposes = [
  { purpose: "product_metrics", share: 0.55 },
  { purpose: "safety", share: 0.8 },
  { purpose: "friend_suggestions", share: 0.35 },
] as const;

const bits = recipients.map((recipient) => ({
  share: adsShare[recipient],
  isSocial: recipient === "social",
  ads: consentBit("relevant_ads", recipient),
  companies: consentBit("known_companies", recipient),
  others: otherPurposes.map(({ purpose, share }) => ({
    bit: consentBit(purpose, recipient),
    share,
  })),
}));

/**
 * A member's answers. One person's answers go together: how open they are is drawn once and weighs three quarters.
 * People who do not use the social network were never asked about it.
 */
export function drawConsent(onSocial: boolean, random: MemberRandom): number {
  const open = random.unit();
  const fond = random.unit();
  let consent = 0;
  for (const { share, isSocial, ads, companies, others } of bits) {
    const mood = mix(open, random.unit());
    const warmth = mix(fond, random.unit());
    const care = random.unit();
    if (isSocial && !onSocial) continue;
    const wantsAds = mood < share;
    const wantsCompanies = warmth < (wantsAds ? companiesShare : companiesOnlyShare);
    consent |= (wantsAds ? ads : 0) | (wantsCompanies ? companies : 0);
    for (const other of others) consent |= care < other.share ? other.bit : 0;
  }
  return consent;
}

/** 3/4 of one uniform number and 1/4 of another, brought back to uniform, so that shares stay what they say. */
function mix(person: number, moment: number): number {
  const sum = 0.75 * person + 0.25 * moment;
  if (sum < 0.25) return (sum * sum) / 0.375;
  if (sum <= 0.75) return (sum - 0.125) / 0.75;
  return 1 - ((1 - sum) * (1 - sum)) / 0.375;
}
