import { createHash } from "node:crypto";
import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression, SegmentRule } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import { standardCap, standardWindows } from "./budget";
import type { ReleaseParts } from "./create-release";
import { type Desk, openDesk } from "./desk";
import { display } from "./display";
import { epochOf, epochStart, settledNoiseOf } from "./epoch";
import { costOf, questionLadder, sigmaOf } from "./ladder";
import { createNoise } from "./noise";
import { questionOf } from "./question";
import type { Asker, ReleaseRefusal } from "./release";
import type { ReleasedCount } from "./released";

/** A match rate as it is shown: between two multiples of five percent; null: fewer people than may be said. */
export interface MatchRate {
  readonly count: ReleasedCount;
  /** In percent. */
  readonly band: { readonly from: number; readonly to: number } | null;
}

/** Numbers about customer lists, by the same rules as every other: one answer a question and week, paid for, noisy before all else. */
export interface ListRelease {
  /** People of a list who can be reached, out of its rows: the second step alone, keyed by what was uploaded. */
  matched(by: Asker, list: Expression, rows: number): Promise<Result<MatchRate, ReleaseRefusal>>;
  /**
   * People of an audience by the first of these rules that holds for them: disjoint, so one charge for all. Noisy values, also below
   * 0, from which weights may be computed and nothing be shown.
   */
  firstOf(
    by: Asker,
    of: Expression,
    rules: readonly SegmentRule[],
  ): Promise<Result<readonly number[], ReleaseRefusal>>;
}

const sigma = sigmaOf(questionLadder, 1);
const bandPoints = 5;

export function createListRelease(parts: ReleaseParts): ListRelease {
  const desk = openDesk({
    ...parts,
    windows: parts.windows ?? standardWindows,
    cap: parts.cap === undefined ? standardCap : parts.cap,
    noise: createNoise(Buffer.from(parts.key, "utf8")),
    epoch: () => epochOf(parts.wallNow(), parts.epochSalt),
    settledNoise: settledNoiseOf(parts.epochSalt),
  });
  return {
    async matched(by, list, rows) {
      const answer = await answered(desk, by, list, "match", async (canonical, noise) => [
        peopleIn(await desk.engine.count(canonical)) + noise("match"),
      ]);
      if (!answer.ok) return answer;
      const { values, asOf } = answer.value;
      const count = display(values[0] ?? 0, sigma, asOf);
      return ok({ count, band: count.hidden ? null : bandOf((values[0] ?? 0) / rows) });
    },

    async firstOf(by, of, rules) {
      const digest = createHash("sha256").update(JSON.stringify(rules)).digest("base64url");
      const kind = `first/${digest}`;
      const answer = await answered(desk, by, of, kind, async (canonical, noise) => {
        const cells: number[] = [];
        for (const [i, rule] of rules.entries()) {
          const cell = {
            ...canonical,
            groups: [...canonical.groups, [rule]],
            never: [...canonical.never, ...rules.slice(0, i)],
          };
          cells.push(peopleIn(await desk.engine.count(cell)) + noise(`${kind}/${i}`));
        }
        return cells;
      });
      return answer.ok ? ok(answer.value.values) : answer;
    },
  };
}

/** The five points that a share falls into; a list cannot be matched more than wholly. */
function bandOf(share: number): MatchRate["band"] {
  const top = 100 - bandPoints;
  const from = Math.min(top, Math.max(0, Math.floor((share * 100) / bandPoints) * bandPoints));
  return { from, to: from + bandPoints };
}

type Count = (canonical: Expression, noise: (kind: string) => number) => Promise<readonly number[]>;

/** One row of the table for one charge. */
async function answered(
  desk: Desk,
  by: Asker,
  expression: Expression,
  kind: string,
  count: Count,
): Promise<Result<{ readonly values: readonly number[]; readonly asOf: string }, ReleaseRefusal>> {
  const question = questionOf(expression);
  if (!question.ok) return question;
  const { canonical, key } = question.value;
  const epoch = desk.epoch();
  const rows = await desk.answer({
    ...{ by, use: "question" as const, epoch, kind, keys: [key] },
    price: () => costOf(sigma),
    most: costOf(sigma),
    compute: async () => [await count(canonical, (of) => desk.noise(epoch, of, key, sigma))],
  });
  if (!rows.ok) return rows;
  const [row] = rows.value;
  return ok({ values: row?.values ?? [], asOf: epochStart(row?.epoch ?? epoch) });
}
