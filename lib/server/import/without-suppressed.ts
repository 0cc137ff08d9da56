import { listMatchable, type SuppressionStore } from "@/lib/network/consent/suppression";
import { type ChunkRows, keyBytes } from "./read-chunk";

/** The rows without identifiers whose person deleted everything once: whoever is imported again stays, and matches no list. */
export async function withoutSuppressed(
  store: SuppressionStore,
  pepper: string,
  rows: ChunkRows,
): Promise<ChunkRows> {
  const [emailKeys, phoneKeys] = await Promise.all(
    [rows.emailKeys, rows.phoneKeys].map(async (all) => {
      const keys = Array.from({ length: rows.members }, (_, i) =>
        all.subarray(i * keyBytes, (i + 1) * keyBytes),
      );
      const kept = new Uint8Array(all.length);
      for (const i of await listMatchable(store, pepper, keys, null)) {
        kept.set(keys[i] ?? [], i * keyBytes);
      }
      return kept;
    }),
  );
  return {
    ...rows,
    emailKeys: emailKeys ?? rows.emailKeys,
    phoneKeys: phoneKeys ?? rows.phoneKeys,
  };
}
