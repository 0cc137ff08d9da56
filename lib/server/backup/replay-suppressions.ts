import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import type { SuppressionStore } from "@/lib/network/consent/suppression";

const momentOf = (what: string, at: string | undefined): string => `${what} ${at}`;

/** Suppresses again what was suppressed since a backup, and what its person took back no more, in whatever order they were noted. */
export async function replaySuppressions(
  store: SuppressionStore,
  entries: readonly JournalEntry[],
  now: Date,
): Promise<void> {
  const allowed = entries.filter((entry) => entry.kind === "allowed");
  const lifted = new Set(allowed.map(({ what, at }) => momentOf(what, at)));
  await store.removeOf(
    allowed.map(({ what, at }) => ({ key: Buffer.from(what, "base64url"), at: new Date(at) })),
  );
  for (const entry of entries) {
    if (entry.kind !== "suppressed" || lifted.has(momentOf(entry.what, entry.at))) continue;
    await store.add([Buffer.from(entry.what, "base64url")], entry.at ? new Date(entry.at) : now);
  }
}
