import { type Hash, hashLeaf } from "./tree-hash";
import type { ReadNode } from "./tree-proofs";
import { extendTiles, nodesOfTiles } from "./tree-tiles";

export interface MemoryTree {
  readonly size: number;
  readonly read: ReadNode;
  add(hashes: readonly Hash[]): Promise<void>;
}

/** A tree whose tiles are kept in memory. */
export function memoryTree(): MemoryTree {
  const tiles = new Map<string, Uint8Array>();
  const readTile = async (level: number, index: number) => tiles.get(`${level}/${index}`) ?? null;
  let size = 0;
  return {
    get size() {
      return size;
    },
    // A reader of its own each time: it keeps the tiles it has read, and they grow.
    read: (level, index) => nodesOfTiles(readTile)(level, index),
    async add(hashes) {
      for (const tile of await extendTiles(size, hashes, readTile)) {
        tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
      }
      size += hashes.length;
    },
  };
}

export async function aTreeOf(leaves: readonly Uint8Array[]): Promise<MemoryTree> {
  const tree = memoryTree();
  await tree.add(leaves.map(hashLeaf));
  return tree;
}
