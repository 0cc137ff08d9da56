import { countries, segmentIds } from "@/lib/network/population/lists";
import type { MemberChange } from "@/lib/network/reach/engine";

/** The network of the tests that kill its process. */
export const killedFacts = { seed: 8, members: 2_000, madeOn: 20_400, imported: false };

/** The n-th thing that happens: people leave, join, move and become interested, all of it decided by n. */
export function nextChange(n: number): MemberChange {
  const member = (n * 7_919) % (killedFacts.members + 200);
  const place = countries[n % countries.length]?.code ?? "IN";
  const person = {
    ...({ ageBand: "35-44", gender: "other", device: "kaios", onSocial: false } as const),
    country: place,
  };
  switch (n % 5) {
    case 0:
      return { type: "left", member };
    case 1:
      return { type: "moved", member, ...person };
    case 2:
      return {
        ...{ type: "joined", member: killedFacts.members + n, region: null, language: "en" },
        ...person,
        day: 20_450,
      };
    case 3:
      return {
        ...{ type: "consent", purpose: "relevant_ads", recipient: "messenger", given: true },
        member: killedFacts.members + n - 1,
      };
    default:
      return {
        ...{ type: "signal", member, strength: 3, day: 20_450 },
        segment: segmentIds[n % segmentIds.length] ?? "",
      };
  }
}
