/**
 * Members in columns, as the generator makes them and engines load them. Member numbers are `first .. first + count - 1`.
 * Indexes point into the fixed lists of `lists.ts` (countries, regions, languages, segments, companies), genders and devices.
 */
export interface MemberBatch {
  readonly first: number;
  readonly count: number;
  readonly country: Uint8Array;
  readonly region: Uint16Array;
  readonly language: Uint8Array;
  /** 0-5 as in `ageBands`; 255: under 18 or unknown. */
  readonly ageBand: Uint8Array;
  readonly gender: Uint8Array;
  readonly device: Uint8Array;
  readonly onSocial: Uint8Array;
  /** Days since 1970-01-01 (UTC), here and below. */
  readonly lastActiveDay: Uint16Array;
  /** Bit purposeIndex * 3 + recipientIndex is set when consent is in force. */
  readonly consent: Uint16Array;
  /** Member i's signals are rows signalStart[i] .. signalStart[i + 1] - 1, at most one per segment. */
  readonly signalStart: Uint32Array;
  readonly signalSegment: Uint16Array;
  readonly signalStrength: Uint8Array;
  readonly signalDay: Uint16Array;
  /** Likewise for companies; a company may stand twice, once per kind. */
  readonly companyStart: Uint32Array;
  readonly companyIndex: Uint16Array;
  readonly companyKind: Uint8Array;
  readonly companyDay: Uint16Array;
}
