import { createHmac } from "node:crypto";
import { noticeVersions } from "@/lib/network/consent/notices/notice";
import { readLines } from "@/lib/network/signals/read-lines";
import type { SignalEvent } from "@/lib/network/signals/signal-event";
import type { SignalStore } from "@/lib/network/signals/signal-store";
import type { ChangeRecorder } from "../engines/record-changes";
import type { PopulationFacts } from "../population-facts";
import { loadPeople } from "./load-people";
import { readSignalRows, writeSignalRows } from "./signal-rows";

interface Parts {
  readonly engine: Pick<ChangeRecorder, "decide">;
  readonly facts: PopulationFacts;
  readonly pepper: string;
}

/** Signals in the deployment's database and its log of members. */
export function signalStore({ engine, facts, pepper }: Parts): SignalStore {
  const known: readonly string[] = noticeVersions;
  return {
    keep: (app, events, judge, at) =>
      engine.decide(async (tx) => {
        const read = readLines(events).flatMap(({ event }) => event ?? []);
        const people = await loadPeople(
          tx,
          facts,
          read.map(({ member }) => member),
        );
        const members = [...people.values()].flatMap(({ now }) => now?.number ?? []);
        const ids = read.map(({ id }) => id);
        const judged = judge({
          ...(await readSignalRows(tx, app, ids, [...new Set(members)])),
          people,
          digestOf: (event) => digestOf(pepper, event),
          // Imported consents name the notices of where they were given.
          isNotice: (version) => facts.imported || known.includes(version),
        });
        await writeSignalRows(tx, app, judged, at);
        return { changes: judged.changes, at, value: judged };
      }),
  };
}

/** Keyed, so that nobody who reads the database can try out whom an event was about. */
function digestOf(pepper: string, { id, member, segment, at, consent, kind }: SignalEvent): string {
  const { purpose, recipient, notice } = consent;
  const content = JSON.stringify([id, member, segment, at, purpose, recipient, notice, kind]);
  return createHmac("sha256", pepper).update(`signal-event/v1/${content}`).digest("base64url");
}
