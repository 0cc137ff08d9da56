import fc from "fast-check";
import { isGiven } from "@/lib/network/consent/consents-of";
import { recipients } from "@/lib/network/consent/purposes";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { facts } from "./model-testing";

export const segment = "371";

/** People who allow relevant ads and known companies for some recipient, so that they have something to withdraw. */
export const people = membersOf(
  generateMembers({ seed: facts.seed, first: 0, count: 400, today: facts.madeOn }),
)
  .filter(
    (one) =>
      one.ageBand !== null &&
      recipients.some(
        (recipient) =>
          isGiven(one.consent, { purpose: "relevant_ads", recipient }) &&
          isGiven(one.consent, { purpose: "known_companies", recipient }),
      ),
  )
  .slice(0, 6);

export const questions: readonly Expression[] = [
  everyone,
  ...recipients.map((recipient) => ({ ...everyone, recipients: [recipient] })),
  { ...everyone, groups: [[{ segment, withinDays: 180, minStrength: 1 }]] },
];

const who = fc.nat(people.length - 1);
const recipient = fc.constantFrom(...recipients);
export const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who, recipient }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("stop" as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("give" as const), who, recipient }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("signal" as const), who, recipient }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), who }) },
  { weight: 4, arbitrary: fc.constant({ do: "estimate" as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("launch" as const), question: fc.nat(3) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      days: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.integer({ min: 1, max: 15 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "upload" as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("hide" as const), who, recipient }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stop company" as const), who }) },
  { weight: 2, arbitrary: fc.constant({ do: "backup" as const }) },
  { weight: 2, arbitrary: fc.constant({ do: "restore" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
