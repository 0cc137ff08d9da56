import { emptyRoot, type Hash, hashNode } from "./tree-hash";

/** Root of the perfect subtree over leaves [index * 2^level, (index + 1) * 2^level). */
export type ReadNode = (level: number, index: number) => Promise<Hash>;

/** Root of the tree of the first `size` leaves; about log2(size) nodes are read. RFC 6962, section 2.1. */
export const rootOf = async (size: number, read: ReadNode): Promise<Hash> =>
  size === 0 ? emptyRoot : hashRange(0, size, read);

/**
 * The nodes beside the way from leaf `index` to the root of the first `size` leaves, lowest first. RFC 6962, section 2.1.1.
 * @throws RangeError when the leaf is not among them.
 */
export async function proveInclusion(
  index: number,
  size: number,
  read: ReadNode,
): Promise<readonly Hash[]> {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`Leaf ${index} is not in a tree of ${size}.`);
  }
  const proof: Hash[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      proof.unshift(await hashRange(middle, end, read));
      end = middle;
    } else {
      proof.unshift(await hashRange(begin, middle, read));
      begin = middle;
    }
  }
  return proof;
}

/**
 * What shows that the first `from` leaves of the tree of `to` leaves are the tree of `from` leaves. RFC 6962, section 2.1.2.
 * Empty when the sizes are equal or `from` is 0. @throws RangeError when `from` is above `to`.
 */
export async function proveConsistency(
  from: number,
  to: number,
  read: ReadNode,
): Promise<readonly Hash[]> {
  if (!isCount(from) || !isCount(to) || from > to) {
    throw new RangeError(`A tree of ${from} is not the beginning of a tree of ${to}.`);
  }
  const proof: Hash[] = [];
  let [begin, end] = [0, to];
  if (from === 0) return proof;
  while (from < end) {
    const middle = begin + splitOf(end - begin);
    if (from <= middle) {
      proof.unshift(await hashRange(middle, end, read));
      end = middle;
    } else {
      proof.unshift(await hashRange(begin, middle, read));
      begin = middle;
    }
  }
  // The verifier has the old root: it need not be told where the whole old tree is one node of the new one.
  return begin === 0 ? proof : [await hashRange(begin, end, read), ...proof];
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The largest power of two below `leaves`, of at least 2. */
function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}

async function hashRange(begin: number, end: number, read: ReadNode): Promise<Hash> {
  const leaves = end - begin;
  const level = Math.log2(leaves);
  if (Number.isInteger(level)) return read(level, begin / leaves);
  const middle = begin + splitOf(leaves);
  const right = await hashRange(middle, end, read);
  return hashNode(await hashRange(begin, middle, read), right);
}
