import { purposes, recipients } from "@/lib/network/consent/purposes";
import { suppressionKey } from "@/lib/network/consent/suppression";
import { listContract } from "@/lib/network/lists/list-store.contract";
import { listNow, listPepper } from "@/lib/network/lists/testing";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import type { MemberChange } from "@/lib/network/reach/engine";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { settleSetting } from "../db/settings";
import { syntheticKeys } from "../lists/identity-keys";
import { memberIdentities } from "../lists/member-identities";
import { recorderOver } from "../signals/testing";
import { listStore } from "./list-store";
import { suppressionStore } from "./suppressions";
import { storesUnderTest } from "./testing";

const facts = { members: 60, seed: 3, madeOn: 20_770, imported: false };

/** What makes a member somebody who says yes to everything. */
const sayYes = (member: number): readonly MemberChange[] => [
  {
    type: "moved",
    ...{ member, ageBand: "25-34", gender: "female", country: "IN" },
    ...{ device: "android", onSocial: true },
  },
  ...purposes.flatMap((purpose) =>
    recipients.map((recipient) => ({
      type: "consent" as const,
      ...{ member, purpose, recipient, given: true },
    })),
  ),
];

for (const under of storesUnderTest()) {
  listContract(under.name, async () => {
    const db = await under.empty();
    await settleSetting(db, "population", facts);
    const made = generateMembers({ seed: facts.seed, first: 0, count: 60, today: facts.madeOn });
    const reference = referenceEngine(membersOf(made), () => 20_779);
    const engine = recorderOver(db, async (changes) => {
      for (const change of changes) await reference.apply(change);
    });
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    await engine.record(numbers.flatMap(sayYes), listNow);
    const identities = memberIdentities(db, listPepper, async () => facts);
    return {
      store: listStore({
        ...{ db, engine, identities: identities.on, pepper: listPepper },
        facts: async () => facts,
        now: () => listNow,
      }),
      identities,
      record: (changes) => engine.record(changes, listNow),
      count: async (parts) => peopleIn(await reference.count({ ...everyone, onLists: parts })),
      suppress: (member, company) =>
        suppressionStore(db).add(
          syntheticKeys(listPepper, member).map((key) =>
            suppressionKey(listPepper, key, company === "everybody" ? company : { company }),
          ),
          listNow,
        ),
    };
  });
}
