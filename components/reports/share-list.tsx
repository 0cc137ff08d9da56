"use client";

import type { ShareView } from "@/lib/reports/share";
import type { ShareActions } from "./share-button";
import { ShareRow } from "./share-row";

interface ShareListProps {
  clientId: string;
  shares: readonly ShareView[];
  revokeShare: ShareActions["revokeShare"];
}

/** Every link of the client's reports: what it shows, until when, how often it was opened, and a way to end it. */
export function ShareList({ clientId, shares, revokeShare }: ShareListProps) {
  return (
    <section aria-labelledby="share-list" className="mt-6 border-t pt-4">
      <h3 id="share-list" className="font-semibold text-base">
        Links of this client
      </h3>
      {shares.length === 0 ? (
        <p className="mt-1 text-ink-2">No link has been made yet.</p>
      ) : (
        <ul className="mt-1 divide-y divide-line">
          {shares.map((share) => (
            <ShareRow key={share.id} clientId={clientId} share={share} revokeShare={revokeShare} />
          ))}
        </ul>
      )}
    </section>
  );
}
