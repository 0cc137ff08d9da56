import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aTreeOf, memoryTree } from "./testing";
import { hashLeaf, hashNode } from "./tree-hash";
import { proveConsistency, proveInclusion, rootOf } from "./tree-proofs";
import { verifyConsistency, verifyInclusion } from "./verify-proof";

const leafOf = (text: string): Uint8Array => Buffer.from(text);
const leaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafOf(`leaf ${i}`));

/** The definition of RFC 6962, section 2.1, word for word. */
function defined(hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes;
  if (hashes.length === 1 && first) return first;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return hashNode(defined(hashes.slice(0, split)), defined(hashes.slice(split)));
}

describe("A tree", () => {
  test("shows every leaf in every size up to 70", async () => {
    const data = leaves(70);
    const { read } = await aTreeOf(data);
    for (let size = 1; size <= data.length; size++) {
      const root = await rootOf(size, read);
      expect(root).toEqual(defined(data.slice(0, size).map(hashLeaf)));
      for (let index = 0; index < size; index++) {
        const proof = await proveInclusion(index, size, read);
        const leafHash = hashLeaf(data[index] ?? leafOf(""));
        expect(verifyInclusion({ index, size, leafHash, proof, root })).toBe(true);
        const other = hashLeaf(data[(index + 1) % data.length] ?? leafOf(""));
        expect(verifyInclusion({ index, size, leafHash: other, proof, root })).toBe(false);
      }
    }
  });

  test("shows every size in every later one up to 70", async () => {
    const { read } = await aTreeOf(leaves(70));
    const roots = await Promise.all(Array.from({ length: 71 }, (_, size) => rootOf(size, read)));
    for (const [to, toRoot] of roots.entries()) {
      for (const [from, fromRoot] of roots.slice(0, to + 1).entries()) {
        const proof = await proveConsistency(from, to, read);
        expect(verifyConsistency({ from, to, fromRoot, toRoot, proof })).toBe(true);
      }
    }
  });

  test("is the same however its leaves came, across tiles and levels of tiles", async () => {
    const hashes = leaves(66_500).map(hashLeaf);
    const whole = memoryTree();
    await whole.add(hashes);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 15_000 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        async (steps, anyIndex, anyEarlier) => {
          const tree = memoryTree();
          for (const step of steps) {
            await tree.add(hashes.slice(tree.size, tree.size + step));
          }
          const { size } = tree;
          const root = await rootOf(size, tree.read);
          expect(root).toEqual(await rootOf(size, whole.read));
          const index = anyIndex % size;
          const proof = await proveInclusion(index, size, whole.read);
          const leafHash = hashes[index] ?? leafOf("");
          expect(verifyInclusion({ index, size, leafHash, proof, root })).toBe(true);
          const from = anyEarlier % size;
          const fromRoot = await rootOf(from, tree.read);
          const link = await proveConsistency(from, size, tree.read);
          expect(verifyConsistency({ from, to: size, fromRoot, toRoot: root, proof: link })).toBe(
            true,
          );
        },
      ),
      { numRuns: 12 },
    );
    const root = await rootOf(hashes.length, whole.read);
    expect(root).toEqual(defined(hashes));
  });

  test("whose history was changed, thinned out or reordered no longer follows from what was published", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 600 }),
        fc.nat(400),
        fc.nat(),
        fc.constantFrom("changed", "removed", "reordered"),
        async (published, later, anyIndex, how) => {
          const honest = leaves(published + later);
          const { read } = await aTreeOf(honest);
          const fromRoot = await rootOf(published, read);
          const index = anyIndex % (published - 1);
          const forged = [...honest];
          const [one, next] = [honest[index] ?? leafOf(""), honest[index + 1] ?? leafOf("")];
          if (how === "changed") forged[index] = leafOf("something else");
          if (how === "removed") forged.splice(index, 1);
          if (how === "reordered") forged.splice(index, 2, next, one);
          const lie = await aTreeOf([...forged, leafOf("so that it is long enough")]);
          const toRoot = await rootOf(lie.size, lie.read);
          const proof = await proveConsistency(published, lie.size, lie.read);
          const claim = { from: published, to: lie.size, fromRoot, toRoot, proof };
          expect(verifyConsistency(claim)).toBe(false);
          const size = lie.size;
          const there = { index, size, root: toRoot };
          const path = await proveInclusion(index, size, lie.read);
          expect(verifyInclusion({ ...there, leafHash: hashLeaf(one), proof: path })).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});
