import type { SuppressionStore } from "./suppression";

/** Suppressed identifiers in memory, for tests. */
export function memorySuppressions(): SuppressionStore {
  const kept = new Map<string, Date>();
  const name = (key: Uint8Array): string => Buffer.from(key).toString("hex");
  return {
    async add(keys, at) {
      for (const key of keys) kept.set(name(key), at);
    },
    async remove(keys) {
      return keys.flatMap((key) => {
        const at = kept.get(name(key));
        kept.delete(name(key));
        return at ? [{ key, at }] : [];
      });
    },
    async removeOf(moments) {
      for (const { key, at } of moments) {
        if (kept.get(name(key))?.getTime() === at.getTime()) kept.delete(name(key));
      }
    },
    async find(keys) {
      return new Set(keys.flatMap((key, place) => (kept.has(name(key)) ? [place] : [])));
    },
  };
}
