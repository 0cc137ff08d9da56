/** The 32-bit finaliser of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
function mix32(input: number): number {
  let h = input | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a over UTF-16 code units, mixed: a stable number for a name, so that orders can be invented once and for all. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix32(h) >>> 0;
}

/**
 * Counter-based random numbers: draw n of a member depends on (seed, member, n) and on nothing else, so a population is
 * the same however it is cut into batches or threads.
 */
export class MemberRandom {
  private readonly seedLow: number;
  private readonly seedHigh: number;
  private keyA = 0;
  private keyB = 0;
  private counter = 0;

  constructor(seed: number) {
    this.seedLow = mix32(seed);
    this.seedHigh = mix32(Math.floor(seed / 2 ** 32) ^ 0x5bd1e995);
  }

  /** Continues with draw `counter` of the member. */
  seek(member: number, counter: number): void {
    this.keyA = mix32(mix32(member ^ this.seedLow) + this.seedHigh);
    this.keyB = mix32(mix32(member + 0x27d4eb2f) ^ this.seedHigh ^ (this.seedLow >>> 7));
    this.counter = Math.imul(counter, 0x9e3779b9);
  }

  /** A signed 32-bit integer. */
  bits(): number {
    this.counter = (this.counter + 0x9e3779b9) | 0;
    let h = (this.keyA + this.counter) | 0;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = (h ^ this.keyB ^ (h >>> 13)) | 0;
    h = Math.imul(h, 0xc2b2ae35);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    return h ^ (h >>> 16);
  }

  /** A number in [0, 1) with 32 random bits. */
  unit(): number {
    return (this.bits() >>> 0) * 2 ** -32;
  }
}
