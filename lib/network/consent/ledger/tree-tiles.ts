import { type Hash, hashBytes, hashNode } from "./tree-hash";
import type { ReadNode } from "./tree-proofs";

/**
 * The tree's nodes are kept as tiles of up to 256 hashes side by side: tile `index` of `level` holds the roots of the
 * perfect subtrees of 256^level leaves from `index` * 256 on. What lies between two levels is hashed again when asked for.
 */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

export type ReadTile = (level: number, index: number) => Promise<Uint8Array | null>;

const tileLevels = 8;
const tileWidth = 2 ** tileLevels;

/** How many leaves the tiles hold, by the last tile of level 0. */
export const sizeOf = (last: Pick<Tile, "index" | "hashes"> | null): number =>
  last ? last.index * tileWidth + last.hashes.length / hashBytes : 0;

/** The tiles that change when leaves are added to a tree of `size`: new ones and the last, unfinished ones. */
export async function extendTiles(
  size: number,
  added: readonly Hash[],
  read: ReadTile,
): Promise<readonly Tile[]> {
  const changed: Tile[] = [];
  let [at, hashes] = [size, added];
  for (let level = 0; hashes.length > 0; level++) {
    const complete: Hash[] = [];
    for (let taken = 0; taken < hashes.length; ) {
      const index = Math.floor((at + taken) / tileWidth);
      const within = (at + taken) % tileWidth;
      const fresh = hashes.slice(taken, taken + tileWidth - within);
      const before = within === 0 ? [] : [await someHashes(read, level, index, 0, within)];
      const tile = Buffer.concat([...before, ...fresh]);
      changed.push({ level, index, hashes: tile });
      if (tile.length === tileWidth * hashBytes) complete.push(rootOfHashes(tile));
      taken += fresh.length;
    }
    [at, hashes] = [Math.floor(at / tileWidth), complete];
  }
  return changed;
}

/** Reads nodes out of tiles, each tile at most once. @throws RangeError for a node that the tiles do not hold. */
export function nodesOfTiles(read: ReadTile): ReadNode {
  const known = new Map<string, Promise<Uint8Array | null>>();
  const readOnce: ReadTile = (level, index) => {
    const key = `${level}/${index}`;
    const tile = known.get(key) ?? read(level, index);
    known.set(key, tile);
    return tile;
  };
  return async (level, index) => {
    const tileLevel = Math.floor(level / tileLevels);
    const width = 2 ** (level % tileLevels);
    const first = index * width;
    const tile = Math.floor(first / tileWidth);
    return rootOfHashes(await someHashes(readOnce, tileLevel, tile, first % tileWidth, width));
  };
}

async function someHashes(
  read: ReadTile,
  level: number,
  index: number,
  first: number,
  count: number,
): Promise<Uint8Array> {
  const tile = await read(level, index);
  const hashes = tile?.subarray(first * hashBytes, (first + count) * hashBytes);
  if (hashes?.length === count * hashBytes) return hashes;
  throw new RangeError(
    `Tile ${level}/${index} of the ledger does not hold ${first + count} hashes.`,
  );
}

/** Root over hashes side by side, a power of two of them. */
function rootOfHashes(hashes: Uint8Array): Hash {
  if (hashes.length === hashBytes) return hashes;
  const middle = hashes.length / 2;
  return hashNode(rootOfHashes(hashes.subarray(0, middle)), rootOfHashes(hashes.subarray(middle)));
}
