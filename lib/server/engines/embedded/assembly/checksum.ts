const PRIME: u64 = 0x9e3779b185ebca87;

// @ts-ignore: decorator
@inline function stir(hash: u64, word: u64): u64 {
  return rotl<u64>(hash ^ (word * PRIME), 27) * 0xc2b2ae3d27d4eb4f;
}

/** Tells a torn or foreign snapshot: four interleaved multiply-rotate lanes over memory [from, to), both multiples of 8. */
export function checksum(from: usize, to: usize): u64 {
  let one: u64 = 1;
  let two: u64 = 2;
  let three: u64 = 3;
  let four: u64 = 4;
  let at = from;
  for (; at + 32 <= to; at += 32) {
    one = stir(one, load<u64>(at));
    two = stir(two, load<u64>(at, 8));
    three = stir(three, load<u64>(at, 16));
    four = stir(four, load<u64>(at, 24));
  }
  for (; at + 8 <= to; at += 8) one = stir(one, load<u64>(at));
  return stir(stir(stir(one, two), three), four) ^ <u64>(to - from);
}
