import { createHash } from "node:crypto";
import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import type { Desk } from "./desk";
import { display } from "./display";
import { epochStart } from "./epoch";
import { costOf, questionLadder, sigmaOf } from "./ladder";
import { overlapOf } from "./overlap-parts";
import { type Question, questionOf } from "./question";
import type { Asker, ReleaseRefusal } from "./release";
import type { ReleasedOverlap } from "./released";

const step = 1;

/**
 * Exclusive cells of 2 to 6 audiences, at the second step of the ladder: disjoint, so one charge and one pass, whatever the
 * order in which the audiences are named.
 */
export async function releaseAudienceOverlap(
  desk: Desk,
  by: Asker,
  expressions: readonly Expression[],
): Promise<Result<ReleasedOverlap, ReleaseRefusal>> {
  const named: (Question & { readonly place: number })[] = [];
  for (const [place, expression] of expressions.entries()) {
    const question = questionOf(expression);
    if (!question.ok) return question;
    named.push({ ...question.value, place });
  }
  named.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const epoch = desk.epoch();
  const sigma = sigmaOf(questionLadder, step);
  const kind = `audiences/${step + 1}/${named.length}`;
  const names = named.map(({ key }) => key).join("\n");
  const key = createHash("sha256").update(names).digest("hex");
  const rows = await desk.answer({
    by,
    use: "question",
    epoch,
    kind,
    keys: [key],
    price: () => costOf(sigma),
    most: costOf(sigma),
    compute: async () => {
      const cells = await desk.engine.overlap(named.map(({ canonical }) => canonical));
      return [
        cells
          .slice(1)
          .map(
            (cell, index) => peopleIn(cell) + desk.noise(epoch, `${kind}/${index + 1}`, key, sigma),
          ),
      ];
    },
  });
  if (!rows.ok) return rows;
  const [row] = rows.value;
  if (!row) throw new Error("An overlap has an answer.");
  const asOf = epochStart(row.epoch);
  const sum = row.values.reduce((all, value) => all + value, 0);
  const total = display(sum, sigma * Math.sqrt(row.values.length), asOf);
  const places = named.map(({ place }) => place);
  return ok(overlapOf({ values: row.values, places, total, sigma, asOf }));
}
