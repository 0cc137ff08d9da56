import type { MemberSet } from "@/lib/network/reach/member-set";
import type { PackedSets } from "./protocol";

/** Sets one after the other in bytes of their own, which can be handed to a worker without a copy. */
export function packSets(
  sets: readonly MemberSet[],
): PackedSets & { readonly bytes: Uint8Array<ArrayBuffer> } {
  const lengths = sets.map((set) => set.length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const set of sets) {
    bytes.set(set, at);
    at += set.length;
  }
  return { bytes, lengths };
}
