import { emptyRoot, type Hash, hashNode, isSameHash } from "./tree-hash";

/**
 * Whether the leaf with this hash stands at `index` in the tree of `size` leaves with this root. RFC 9162, section 2.1.3.2;
 * the proofs are those of RFC 6962.
 */
export function verifyInclusion(claim: {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}): boolean {
  const { index, size, leafHash, proof, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  const sides = sidesOf(index, size - 1, proof.length);
  return sides !== null && isSameHash(climb(leafHash, proof, sides, "both"), root);
}

/**
 * Whether the tree of `from` leaves with its root is the beginning of the tree of `to` leaves with its root, so that nothing
 * published then was changed, removed or reordered. RFC 9162, section 2.1.4.2.
 */
export function verifyConsistency(claim: {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Hash;
  readonly toRoot: Hash;
  readonly proof: readonly Hash[];
}): boolean {
  const { from, to, fromRoot, toRoot, proof } = claim;
  if (!isCount(from) || !isCount(to) || from > to) return false;
  if (from === to) return proof.length === 0 && isSameHash(fromRoot, toRoot);
  if (from === 0) return proof.length === 0 && isSameHash(fromRoot, emptyRoot);
  // Both roots grow from the last subtree that is whole in the old tree.
  let [at, last] = [from - 1, to - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const [first, ...rest] = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof;
  const sides = sidesOf(at, last, rest.length);
  if (!first || !sides) return false;
  return (
    isSameHash(climb(first, rest, sides, "left"), fromRoot) &&
    isSameHash(climb(first, rest, sides, "both"), toRoot)
  );
}

type Side = "left" | "right";

/** On which side each node of a proof stands, from node `at` up; `last` is the last node beside it. null: a proof has not that many. */
function sidesOf(at: number, last: number, nodes: number): readonly Side[] | null {
  const sides: Side[] = [];
  for (let [one, end] = [at, last]; end > 0; [one, end] = [half(one), half(end)]) {
    if (one % 2 === 1) sides.push("left");
    else if (one < end) sides.push("right");
    // The last node of an odd row goes up as it is.
  }
  return sides.length === nodes ? sides : null;
}

const climb = (
  start: Hash,
  proof: readonly Hash[],
  sides: readonly Side[],
  which: "left" | "both",
): Hash =>
  proof.reduce((hash, beside, i) => {
    if (sides[i] === "left") return hashNode(beside, hash);
    return which === "both" ? hashNode(hash, beside) : hash;
  }, start);

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const half = (value: number): number => Math.floor(value / 2);
