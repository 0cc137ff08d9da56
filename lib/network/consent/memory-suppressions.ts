import type { SuppressionStore } from "./suppression";

/** Suppressed identifiers in memory, for tests. */
export function memorySuppressions(): SuppressionStore {
  const kept = new Set<string>();
  const name = (key: Uint8Array): string => Buffer.from(key).toString("hex");
  return {
    async add(keys) {
      for (const key of keys) kept.add(name(key));
    },
    async remove(keys) {
      for (const key of keys) kept.delete(name(key));
    },
    async find(keys) {
      return new Set(keys.flatMap((key, place) => (kept.has(name(key)) ? [place] : [])));
    },
  };
}
