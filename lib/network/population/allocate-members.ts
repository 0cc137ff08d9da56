import { startsOf } from "./batch-of";
import type { MemberBatch } from "./member-batch";

/** The columns with one value a member, and how many signals and companies each has. */
export interface PeopleColumns {
  readonly country: Uint8Array;
  readonly region: Uint16Array;
  readonly language: Uint8Array;
  readonly ageBand: Uint8Array;
  readonly gender: Uint8Array;
  readonly device: Uint8Array;
  readonly onSocial: Uint8Array;
  readonly lastActiveDay: Uint16Array;
  readonly consent: Uint16Array;
  readonly signals: Uint8Array;
  readonly companies: Uint8Array;
}

/** A batch whose rows of signals and companies have their exact room and are still to be filled. */
export function allocateMembers(
  slice: { readonly first: number; readonly count: number },
  { signals, companies, ...people }: PeopleColumns,
): MemberBatch {
  const signalStart = startsOf(signals);
  const companyStart = startsOf(companies);
  const signalRows = signalStart[slice.count] ?? 0;
  const companyRows = companyStart[slice.count] ?? 0;
  return {
    first: slice.first,
    count: slice.count,
    ...people,
    signalStart,
    signalSegment: new Uint16Array(signalRows),
    signalStrength: new Uint8Array(signalRows),
    signalDay: new Uint16Array(signalRows),
    companyStart,
    companyIndex: new Uint16Array(companyRows),
    companyKind: new Uint8Array(companyRows),
    companyDay: new Uint16Array(companyRows),
  };
}
