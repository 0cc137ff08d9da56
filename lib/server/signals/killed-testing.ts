import { mayUse } from "@/lib/network/consent/may-use";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import type { SignalAnswer } from "@/lib/network/signals/receive-signals";
import { receiveSignals } from "@/lib/network/signals/receive-signals";
import type { ChangeRecorder } from "../engines/record-changes";
import { signalStore } from "./signal-store";
import { testPepper } from "./testing";

export const batchSize = 200;
const now = new Date("2026-11-22T12:00:00Z");
const segment = "371";
const facts = { members: 12_000, seed: 7, madeOn: 20_770, imported: false };
const willing = membersOf(
  generateMembers({ seed: facts.seed, first: 0, count: facts.members, today: facts.madeOn }),
).filter(
  (one) =>
    mayUse(one, "relevant_ads", "messenger") &&
    one.signals.every((signal) => signal.segment !== segment),
);

/** Takes the batch of a number: other people than any other, so that each of its events changes something. */
export async function keepNumbered(
  engine: Pick<ChangeRecorder, "decide">,
  batch: number,
): Promise<SignalAnswer> {
  const people = willing.slice(batch * batchSize, (batch + 1) * batchSize);
  if (people.length < batchSize) throw new Error("There are not so many people.");
  const events = people.map(({ number }, i) => ({
    id: `${batch}-${i}`,
    member: number,
    segment,
    at: "2026-11-20T10:00:00Z",
    consent: { purpose: "relevant_ads", recipient: "messenger", notice: "v4" },
    kind: "mention",
  }));
  const signals = signalStore({ engine, facts, pepper: testPepper });
  const ctx = { app: "messenger", signals, now: () => now };
  const kept = await receiveSignals(ctx, { app: "messenger", events });
  if (!kept.ok) throw new Error(kept.error.message);
  return kept.value;
}
