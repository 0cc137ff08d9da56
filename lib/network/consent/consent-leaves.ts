import { z } from "zod/mini";
import { packColumns, unpackColumns } from "@/lib/network/population/packed-columns";
import { type Purpose, purposes, type Recipient, recipients } from "./purposes";

/** One consent that a member brought along when they were imported: one leaf of the ledger. */
export interface ConsentLeaf {
  readonly member: number;
  readonly purpose: Purpose;
  /** In the order of `recipients`, each once. */
  readonly recipients: readonly Recipient[];
  /** When it was given, in milliseconds since 1970-01-01 (UTC). */
  readonly at: number;
  /** Version of the notice that was shown. */
  readonly notice: string;
}

const version = 1;
const erased = 255;
const layout = {
  member: "u32",
  purpose: "u8",
  recipients: "u8",
  at: "f64",
  notice: "u32",
} as const;
const headerSchema = z.object({
  purposes: z.array(z.literal([...purposes])),
  recipients: z.array(z.literal([...recipients])),
  notices: z.array(z.string()),
});

/**
 * Leaves in their order as bytes, for one row of the ledger's table: leaf i of the row is leaf `first_leaf + i` of the ledger.
 * null keeps the place of a leaf whose details were erased. Members are kept less `firstMember`, so that rows can be packed
 * before their members have numbers.
 */
export function packConsents(
  leaves: readonly (ConsentLeaf | null)[],
  firstMember: number,
): Uint8Array {
  const notices = new Map<string, number>();
  const columns = {
    member: new Uint32Array(leaves.length),
    purpose: new Uint8Array(leaves.length).fill(erased),
    recipients: new Uint8Array(leaves.length),
    at: new Float64Array(leaves.length),
    notice: new Uint32Array(leaves.length),
  };
  leaves.forEach((leaf, i) => {
    if (leaf === null) return;
    const notice = notices.get(leaf.notice) ?? notices.size;
    notices.set(leaf.notice, notice);
    columns.member[i] = leaf.member - firstMember;
    columns.purpose[i] = purposes.indexOf(leaf.purpose);
    columns.recipients[i] = bitsOf(leaf.recipients);
    columns.at[i] = leaf.at;
    columns.notice[i] = notice;
  });
  const header = { purposes, recipients, notices: [...notices.keys()] };
  return packColumns(version, header, layout, columns);
}

/** The leaves of a row again, null where the details were erased. Throws RangeError for bytes that no version wrote. */
export function unpackConsents(
  packed: Uint8Array,
  firstMember: number,
): readonly (ConsentLeaf | null)[] {
  const { header, columns } = unpackColumns(version, layout, packed);
  const known = headerSchema.parse(header);
  return Array.from(columns.purpose, (code, i) => {
    const purpose = known.purposes[code];
    const notice = known.notices[columns.notice[i] ?? -1];
    if (code === erased) return null;
    if (purpose === undefined || notice === undefined) {
      throw new RangeError("A packed consent points outside its row.");
    }
    const bits = columns.recipients[i] ?? 0;
    return {
      member: firstMember + (columns.member[i] ?? 0),
      purpose,
      recipients: known.recipients.filter((_, bit) => (bits & (1 << bit)) !== 0),
      at: columns.at[i] ?? 0,
      notice,
    };
  });
}

const bitsOf = (given: readonly Recipient[]): number =>
  recipients.reduce((bits, one, bit) => (given.includes(one) ? bits | (1 << bit) : bits), 0);
