import { asc, inArray, lte } from "drizzle-orm";
import { letIn } from "@/lib/network/signals/held-out";
import type { Database } from "../db/database";
import { signalQuarantine } from "../db/schema/signals";
import type { ChangeRecorder } from "../engines/record-changes";
import type { PopulationFacts } from "../population-facts";
import { peopleByNumber } from "./load-people";

interface Parts {
  readonly db: Database;
  readonly engine: Pick<ChangeRecorder, "decide">;
  readonly facts: PopulationFacts;
  readonly now: () => Date;
}

const atOnce = 500;

/** Lets everybody in again whose quarantine is over, in one transaction with its end: nobody stays out, and nobody comes in early. Answers how many. */
export async function letInWhoWaited({ db, engine, facts, now }: Parts): Promise<number> {
  const at = now();
  const isOver = lte(signalQuarantine.until, at);
  let people = 0;
  for (;;) {
    const [waiting] = await db.select().from(signalQuarantine).where(isOver).limit(1);
    if (!waiting) return people;
    people += await engine.decide(async (tx) => {
      const rows = await tx
        .select({ member: signalQuarantine.member })
        .from(signalQuarantine)
        .where(isOver)
        .orderBy(asc(signalQuarantine.member))
        .limit(atOnce);
      const numbers = rows.map(({ member }) => member);
      const known = await peopleByNumber(tx, facts, numbers);
      if (numbers.length > 0) {
        await tx.delete(signalQuarantine).where(inArray(signalQuarantine.member, numbers));
      }
      const changes = [...known.values()].flatMap(({ now: one }) => (one ? [letIn(one)] : []));
      return { changes, at, value: numbers.length };
    });
  }
}
