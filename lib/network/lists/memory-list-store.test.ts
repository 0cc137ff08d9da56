import { suppressionKey } from "@/lib/network/consent/suppression";
import { aMember } from "@/lib/network/population/testing";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { everyone } from "@/lib/network/reach/expression";
import { listContract } from "./list-store.contract";
import { aListNetwork, listNow, listPepper } from "./testing";

listContract("memory", async () => {
  const people = Array.from({ length: 40 }, (_, number) => aMember({ number }));
  const { engine, record, suppressions, identities, store, keysOf } = aListNetwork(people);
  return {
    ...{ store, identities, record },
    count: async (parts) => peopleIn(await engine.count({ ...everyone, onLists: parts })),
    suppress: (member, company) =>
      suppressions.add(
        keysOf(member).map((key) =>
          suppressionKey(listPepper, key, company === "everybody" ? company : { company }),
        ),
        listNow,
      ),
  };
});
