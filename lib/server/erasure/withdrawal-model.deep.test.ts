import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isGiven } from "@/lib/network/consent/consents-of";
import { type Recipient, recipients } from "@/lib/network/consent/purposes";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { peopleByNumber } from "../signals/load-people";
import { undoForMs } from "./erase-waiting";
import { facts, openModel, type Times } from "./model-testing";

const minute = 60_000;
const hour = 60 * minute;
const segment = "371";
const by = { workspaceId: "agency" };

/** People who allow relevant ads for some recipient, so that they have something to withdraw. */
const people = membersOf(
  generateMembers({ seed: facts.seed, first: 0, count: 400, today: facts.madeOn }),
)
  .filter(
    (one) =>
      one.ageBand !== null &&
      recipients.some((recipient) => isGiven(one.consent, { purpose: "relevant_ads", recipient })),
  )
  .slice(0, 6);

const questions: readonly Expression[] = [
  everyone,
  ...recipients.map((recipient) => ({ ...everyone, recipients: [recipient] })),
  { ...everyone, groups: [[{ segment, withinDays: 180, minStrength: 1 }]] },
];

const who = fc.nat(people.length - 1);
const recipient = fc.constantFrom(...recipients);
const step = fc.oneof(
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
  { weight: 2, arbitrary: fc.constant({ do: "backup" as const }) },
  { weight: 2, arbitrary: fc.constant({ do: "restore" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a person said last, whatever a database remembers. */
interface Word {
  readonly allowed: Set<Recipient>;
  hasLeft: boolean;
  /** When they last said anything, or a backup was put back. */
  changedAt: number;
}

async function live(steps: readonly Step[], dataDir: string): Promise<void> {
  const times: Times = {
    wall: new Date("2026-11-22T12:00:00Z"),
    network: new Date("2026-11-22T12:00:00Z"),
  };
  const words = people.map(
    ({ consent }): Word => ({
      allowed: new Set(
        recipients.filter((one) => isGiven(consent, { purpose: "relevant_ads", recipient: one })),
      ),
      hasLeft: false,
      changedAt: 0,
    }),
  );
  const nod = await openModel(dataDir, times);
  let backup = await nod.keep();
  const settledDays = new Set<string>();

  const numberOf = (index: number): number => people[index]?.number ?? 0;
  const wordOf = (index: number): Word => {
    const word = words[index];
    if (!word) throw new Error("There is no such person.");
    return word;
  };
  const mayFind = (index: number, { recipients: among }: Expression): boolean => {
    const { hasLeft, allowed } = wordOf(index);
    return !hasLeft && (among.length === 0 ? recipients : among).some((one) => allowed.has(one));
  };
  const expectNobodyWhoSaidNo = (found: ReadonlySet<number>, question: Expression) => {
    people.forEach(({ number }, index) => {
      if (!mayFind(index, question)) expect([number, found.has(number)]).toEqual([number, false]);
    });
  };
  const says = async (index: number, one: Recipient, given: boolean) => {
    const word = wordOf(index);
    if (word.hasLeft) return;
    await nod.say(numberOf(index), one, given);
    if (given) word.allowed.add(one);
    else word.allowed.delete(one);
    word.changedAt = times.wall.getTime();
  };

  async function check(): Promise<void> {
    for (const question of questions) {
      const found = await nod.found(question);
      expectNobodyWhoSaidNo(found, question);
      expect(await nod.parts.embedded.count(question)).toBe(found.size);
    }
  }

  async function deliver(days: number): Promise<void> {
    times.network = new Date(times.network.getTime() + days * 24 * hour);
    await nod.parts.delivery.settle({});
    const { settled } = nod.parts;
    for (const { adSetId, day, reached } of await settled.listReached({})) {
      if (settledDays.has(`${adSetId}/${day}`)) continue;
      settledDays.add(`${adSetId}/${day}`);
      expectNobodyWhoSaidNo(new Set(decodeMembers(reached)), everyone);
    }
  }

  async function wait(minutes: number): Promise<void> {
    times.wall = new Date(times.wall.getTime() + minutes * minute);
    await nod.erase();
    const gone = people.filter((_, index) => {
      const { changedAt } = wordOf(index);
      return !mayFind(index, everyone) && times.wall.getTime() - changedAt >= undoForMs;
    });
    const numbers = gone.map(({ number }) => number);
    const known = await peopleByNumber(nod.parts.db, facts, numbers);
    for (const one of known.values()) expect(one.now?.signals ?? []).toEqual([]);
    for (const { reached } of await nod.parts.settled.listReached({})) {
      const shown = new Set(decodeMembers(reached));
      expect(numbers.filter((number) => shown.has(number))).toEqual([]);
    }
  }

  async function take(next: Step): Promise<void> {
    switch (next.do) {
      case "withdraw":
        return says(next.who, next.recipient, false);
      case "stop":
        for (const one of recipients) await says(next.who, one, false);
        return;
      case "give":
        return says(next.who, next.recipient, true);
      case "signal": {
        const taken = await nod.mention(numberOf(next.who), next.recipient, segment);
        const word = wordOf(next.who);
        if (taken) expect(!word.hasLeft && word.allowed.has(next.recipient)).toBe(true);
        return;
      }
      case "leave": {
        await nod.leave(numberOf(next.who));
        const word = wordOf(next.who);
        word.hasLeft = true;
        word.changedAt = times.wall.getTime();
        return;
      }
      case "estimate": {
        const answer = await nod.parts.release.count(by, { ...everyone, activeWithinDays: 90 });
        expect(answer.ok).toBe(true);
        return;
      }
      case "launch":
        return nod.launch(questions[next.question] ?? everyone);
      case "deliver":
        return deliver(next.days);
      case "wait":
        return wait(next.minutes);
      case "backup":
        backup = await nod.keep();
        return;
      case "restore":
        await nod.restore(backup);
        for (const word of words) word.changedAt = times.wall.getTime();
        return;
      case "restart":
        return nod.restart();
    }
  }

  try {
    await check();
    for (const next of steps) {
      await take(next);
      await check();
    }
    await deliver(2);
    await wait(30);
  } finally {
    await nod.close();
  }
}

test("after a withdrawal no path returns that person, counts them in a question first asked after it, or delivers to them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const folder = mkdtempSync(path.join(tmpdir(), "nod-model-"));
      try {
        await live(steps, folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: Number(process.env.NOD_RUNS ?? 12) },
  );
});
