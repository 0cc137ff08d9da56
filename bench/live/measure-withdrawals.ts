import { consentBit } from "@/lib/network/consent/consent-bits";
import { recipients } from "@/lib/network/consent/purposes";
import { generateMembers } from "@/lib/network/population/generate-members";
import { ageBands, everyone } from "@/lib/network/reach/expression";
import type { PopulationFacts } from "@/lib/server/population-facts";
import type { Runtime } from "@/lib/server/runtime";
import { summary, type Times, timed } from "../timing";

const withdrawals = 200;

/**
 * Somebody withdraws consent to ads from every app: from there until the database has committed it and a new count of
 * everybody is without them. Throws when the count does not fall by exactly that person.
 */
export async function measureWithdrawals(
  { engine }: Runtime,
  facts: PopulationFacts,
): Promise<Times> {
  const times: number[] = [];
  let before = Number(await engine.count(everyone));
  for (const { member, given } of consenting(facts)) {
    const changes = given.map(
      (recipient) =>
        ({ type: "consent", member, purpose: "relevant_ads", recipient, given: false }) as const,
    );
    const { ms, value: after } = await timed(async () => {
      await engine.record(changes, new Date());
      return Number(await engine.count(everyone));
    });
    if (after !== before - 1) {
      throw new Error(`Member ${member} withdrew: ${before} people before, ${after} after.`);
    }
    before = after;
    times.push(ms);
  }
  return summary(times);
}

/** People spread over all members whom a count of everybody holds, with the apps that may show them ads. */
function consenting({ seed, members, madeOn }: PopulationFacts) {
  const stride = Math.floor(members / (withdrawals * 4));
  return Array.from({ length: withdrawals * 4 }, (_, i) => {
    const member = i * stride;
    const made = generateMembers({ seed, first: member, count: 1, today: madeOn });
    const consent = made.consent[0] ?? 0;
    const given = recipients.filter((one) => (consent & consentBit("relevant_ads", one)) !== 0);
    return { member, given, isAsked: (made.ageBand[0] ?? 255) < ageBands.length };
  })
    .filter(({ given, isAsked }) => isAsked && given.length > 0)
    .slice(0, withdrawals);
}
