import { generateMembers } from "@/lib/network/population/generate-members";
import type { MemberBatch } from "@/lib/network/population/member-batch";

const batchMembers = 16_384;
const seed = 1;

/** The synthetic members of the bench, the same for every system. Days since 1970-01-01. */
export const madeOn = 20_500;
export const population = (members: number) =>
  ({ kind: "synthetic", seed, members, madeOn }) as const;

export function* batches(members: number): Generator<MemberBatch> {
  for (let first = 0; first < members; first += batchMembers) {
    const count = Math.min(batchMembers, members - first);
    yield generateMembers({ seed, first, count, today: madeOn });
  }
}

/** Everybody in one set of columns, with the signals and companies as rows of (person, what, how strong or which kind, day). */
export interface People {
  readonly count: number;
  readonly country: Uint8Array;
  readonly region: Uint16Array;
  readonly ageBand: Uint8Array;
  readonly gender: Uint8Array;
  readonly device: Uint8Array;
  readonly onSocial: Uint8Array;
  readonly consent: Uint16Array;
  readonly signals: Rows;
  readonly companies: Rows;
}

export interface Rows {
  readonly count: number;
  readonly person: Uint32Array;
  readonly what: Uint16Array;
  /** Strength of a signal, kind of a company. */
  readonly how: Uint8Array;
  readonly day: Uint16Array;
}

/** Gathers all batches for the peers, which want whole columns. About 130 bytes a member. */
export function gather(members: number): People {
  const all = [...batches(members)];
  const people = <T extends Uint8Array | Uint16Array>(to: T, of: (batch: MemberBatch) => T): T => {
    for (const batch of all) to.set(of(batch), batch.first);
    return to;
  };
  return {
    count: members,
    country: people(new Uint8Array(members), (batch) => batch.country),
    region: people(new Uint16Array(members), (batch) => batch.region),
    ageBand: people(new Uint8Array(members), (batch) => batch.ageBand),
    gender: people(new Uint8Array(members), (batch) => batch.gender),
    device: people(new Uint8Array(members), (batch) => batch.device),
    onSocial: people(new Uint8Array(members), (batch) => batch.onSocial),
    consent: people(new Uint16Array(members), (batch) => batch.consent),
    signals: rows(
      all,
      (batch) => batch.signalStart,
      (batch) => [batch.signalSegment, batch.signalStrength, batch.signalDay],
    ),
    companies: rows(
      all,
      (batch) => batch.companyStart,
      (batch) => [batch.companyIndex, batch.companyKind, batch.companyDay],
    ),
  };
}

function rows(
  all: readonly MemberBatch[],
  startsOf: (batch: MemberBatch) => Uint32Array,
  columnsOf: (batch: MemberBatch) => [Uint16Array, Uint8Array, Uint16Array],
): Rows {
  const count = all.reduce((sum, batch) => sum + (startsOf(batch)[batch.count] ?? 0), 0);
  const person = new Uint32Array(count);
  const what = new Uint16Array(count);
  const how = new Uint8Array(count);
  const day = new Uint16Array(count);
  let at = 0;
  for (const batch of all) {
    const starts = startsOf(batch);
    const length = starts[batch.count] ?? 0;
    const [whats, hows, days] = columnsOf(batch);
    what.set(whats.subarray(0, length), at);
    how.set(hows.subarray(0, length), at);
    day.set(days.subarray(0, length), at);
    for (let i = 0; i < batch.count; i += 1) {
      person.fill(batch.first + i, at + (starts[i] ?? 0), at + (starts[i + 1] ?? 0));
    }
    at += length;
  }
  return { count, person, what, how, day };
}
