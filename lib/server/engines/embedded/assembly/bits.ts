// @ts-ignore: decorator
@inline export function setBit(plane: usize, position: u32, on: bool): void {
  const at = plane + (position >> 3);
  const bit = <u8>(<u32>1 << (position & 7));
  store<u8>(at, on ? load<u8>(at) | bit : load<u8>(at) & ~bit);
}
// @ts-ignore: decorator
@inline export function getBit(plane: usize, position: u32): u32 {
  return (<u32>load<u8>(plane + (position >> 3)) >> (position & 7)) & 1;
}
