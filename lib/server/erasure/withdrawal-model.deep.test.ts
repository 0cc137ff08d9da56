import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isGiven } from "@/lib/network/consent/consents-of";
import { type Recipient, recipients } from "@/lib/network/consent/purposes";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { peopleByNumber } from "../signals/load-people";
import { undoForMs } from "./erase-waiting";
import { people, questions, type Step, segment, step } from "./model-steps";
import { facts, openModel, type Times } from "./model-testing";

const minute = 60_000;
const hour = 60 * minute;
const by = { workspaceId: "agency" };

/** What a person said last, whatever a database remembers. */
interface Word {
  readonly allowed: Set<Recipient>;
  /** For whom companies they work with may know them. */
  readonly known: Set<Recipient>;
  hasLeft: boolean;
  /** They stopped the company that uploads. */
  hasStopped: boolean;
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
      known: new Set(
        recipients.filter((one) =>
          isGiven(consent, { purpose: "known_companies", recipient: one }),
        ),
      ),
      ...{ hasLeft: false, hasStopped: false },
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
  const mayFind = (index: number, { recipients: among, onLists }: Expression): boolean => {
    const { hasLeft, hasStopped, allowed, known } = wordOf(index);
    const isAsked = onLists.length > 0;
    if (hasLeft || (isAsked && hasStopped)) return false;
    const asked = among.length === 0 ? recipients : among;
    return asked.some((one) => allowed.has(one) && (!isAsked || known.has(one)));
  };
  const expectNobodyWhoSaidNo = (found: ReadonlySet<number>, question: Expression) => {
    people.forEach(({ number }, index) => {
      if (!mayFind(index, question)) expect([number, found.has(number)]).toEqual([number, false]);
    });
  };
  const says = async (index: number, one: Recipient, given: boolean) => {
    const word = wordOf(index);
    if (word.hasLeft) return;
    await nod.say(numberOf(index), { purpose: "relevant_ads", recipient: one }, given);
    if (given) word.allowed.add(one);
    else word.allowed.delete(one);
    word.changedAt = times.wall.getTime();
  };

  async function hide(index: number, one: Recipient): Promise<void> {
    if (wordOf(index).hasLeft) return;
    await nod.say(numberOf(index), { purpose: "known_companies", recipient: one }, false);
    wordOf(index).known.delete(one);
  }

  async function stopCompany(index: number): Promise<void> {
    if (wordOf(index).hasLeft) return;
    await nod.stopCompany(numberOf(index));
    wordOf(index).hasStopped = true;
  }

  async function check(): Promise<void> {
    const lists = [...(await nod.listQuestions())];
    for (const question of [...questions, ...lists]) {
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
      case "upload":
        return nod.upload(people.map(({ number }) => number));
      case "hide":
        return hide(next.who, next.recipient);
      case "stop company":
        return stopCompany(next.who);
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
