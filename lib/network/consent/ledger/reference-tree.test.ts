import { describe, expect, test } from "vitest";
import { aTreeOf } from "./testing";
import { emptyRoot, hashLeaf } from "./tree-hash";
import { proveConsistency, proveInclusion, rootOf } from "./tree-proofs";
import { verifyConsistency, verifyInclusion } from "./verify-proof";

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
const hex = (hashes: readonly Uint8Array[]): string[] =>
  hashes.map((hash) => Buffer.from(hash).toString("hex"));

// The reference tree of Certificate Transparency's tests, kept on in github.com/transparency-dev/merkle
// (testonly/reference_test.go): inputs, roots by size and proofs. Leaves count from 0 here.
const inputs = [
  ...["", "00", "10", "2021", "3031", "40414243"],
  ...["5051525354555657", "606162636465666768696a6b6c6d6e6f"],
].map(bytes);
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const root = (size: number): Buffer => bytes(roots[size] ?? "");

const nodes = {
  leaf0: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  leaf1: "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  leaf4: "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  pair0: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  pair1: "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  pair2: "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
  pair3: "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
  four0: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  four1: "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
};
const inclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [0, 8, [nodes.leaf1, nodes.pair1, nodes.four1]],
  [5, 8, [nodes.leaf4, nodes.pair3, nodes.four0]],
  [2, 3, [nodes.pair0]],
  [1, 5, [nodes.leaf0, nodes.pair1, nodes.leaf4]],
];
const consistencies: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [nodes.leaf1, nodes.pair1, nodes.four1]],
  [6, 8, [nodes.pair2, nodes.pair3, nodes.four0]],
  [2, 5, [nodes.pair1, nodes.leaf4]],
];

describe("The reference tree", () => {
  test("has the published hashes of a leaf and of nothing", () => {
    expect(hex([hashLeaf(Buffer.from("L123456"))])).toEqual([
      "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56",
    ]);
    expect(hex([emptyRoot])).toEqual([roots[0]]);
  });

  test("has the published root at every size", async () => {
    const { read } = await aTreeOf(inputs);
    const ours = await Promise.all(roots.map((_, size) => rootOf(size, read)));
    expect(hex(ours)).toEqual(roots);
  });

  test.each(inclusions)(
    "shows leaf %i of %i with the published proof",
    async (index, size, proof) => {
      const { read } = await aTreeOf(inputs);
      expect(hex(await proveInclusion(index, size, read))).toEqual(proof);
      const leafHash = hashLeaf(inputs[index] ?? Buffer.alloc(0));
      const claim = { index, size, leafHash, proof: proof.map(bytes), root: root(size) };
      expect(verifyInclusion(claim)).toBe(true);
    },
  );

  test.each(consistencies)(
    "shows size %i in size %i with the published proof",
    async (from, to, proof) => {
      const { read } = await aTreeOf(inputs);
      expect(hex(await proveConsistency(from, to, read))).toEqual(proof);
      const claim = { from, to, fromRoot: root(from), toRoot: root(to), proof: proof.map(bytes) };
      expect(verifyConsistency(claim)).toBe(true);
    },
  );
});

const extra = bytes(nodes.leaf0);

describe("A wrong inclusion proof is found:", () => {
  const leafHash = hashLeaf(inputs[5] ?? Buffer.alloc(0));
  const proof = [nodes.leaf4, nodes.pair3, nodes.four0].map(bytes);
  const good = { index: 5, size: 8, leafHash, proof, root: root(8) };
  const [a, b, c] = proof;
  const wrong: Readonly<Record<string, Partial<typeof good>>> = {
    "another index": { index: 4 },
    "an index outside": { index: 8 },
    "a negative index": { index: -1 },
    "half an index": { index: 5.5 },
    "another size": { size: 16 },
    "a size cut short": { size: 5 },
    "the root of another size": { root: root(7) },
    "another leaf": { leafHash: extra },
    truncated: { proof: proof.slice(0, 2) },
    empty: { proof: [] },
    extended: { proof: [...proof, extra] },
    "extended before": { proof: [extra, ...proof] },
    swapped: { proof: [b, a, c].flatMap((hash) => (hash ? [hash] : [])) },
    "cut hashes": { proof: proof.map((hash) => hash.subarray(0, 31)) },
  };
  test.each(Object.keys(wrong))("%s", (name) => {
    expect(verifyInclusion(good)).toBe(true);
    expect(verifyInclusion({ ...good, ...wrong[name] })).toBe(false);
  });
});

describe("A wrong consistency proof is found:", () => {
  const proof = [nodes.pair2, nodes.pair3, nodes.four0].map(bytes);
  const good = { from: 6, to: 8, fromRoot: root(6), toRoot: root(8), proof };
  const wrong: Readonly<Record<string, Partial<typeof good>>> = {
    "another first size": { from: 5 },
    "no first size": { from: 0 },
    "another second size": { to: 9 },
    "sizes the wrong way round": { from: 8, to: 6 },
    "equal sizes": { to: 6 },
    "half a size": { from: 5.5 },
    "another first root": { fromRoot: root(5) },
    "another second root": { toRoot: root(7) },
    "roots swapped": { fromRoot: root(8), toRoot: root(6) },
    truncated: { proof: proof.slice(1) },
    empty: { proof: [] },
    extended: { proof: [...proof, extra] },
    "extended before": { proof: [extra, ...proof] },
    swapped: { proof: proof.toReversed() },
  };
  test.each(Object.keys(wrong))("%s", (name) => {
    expect(verifyConsistency(good)).toBe(true);
    expect(verifyConsistency({ ...good, ...wrong[name] })).toBe(false);
  });

  test("a proof where none is needed", () => {
    const [from, fromRoot] = [6, root(6)];
    const same = { from, to: from, fromRoot, toRoot: fromRoot };
    expect(verifyConsistency({ ...same, proof: [] })).toBe(true);
    expect(verifyConsistency({ ...same, proof: [extra] })).toBe(false);
    const fresh = { from: 0, to: 8, fromRoot: emptyRoot, toRoot: root(8) };
    expect(verifyConsistency({ ...fresh, proof: [] })).toBe(true);
    expect(verifyConsistency({ ...fresh, proof })).toBe(false);
    expect(verifyConsistency({ ...fresh, fromRoot, proof: [] })).toBe(false);
  });
});
