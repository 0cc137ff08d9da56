import { Notice } from "@/components/ui/notice";
import type { BrokenClient } from "@/lib/reports/list-clients-overview";

/** Clients whose numbers are missing: which, why, and that the others stand. */
export function BrokenClients({ broken }: { broken: readonly BrokenClient[] }) {
  if (broken.length === 0) return null;
  return (
    <Notice
      kind="warn"
      title={
        broken.length === 1
          ? "One client could not be read; the others are complete"
          : `${broken.length} clients could not be read; the others are complete`
      }
    >
      <ul>
        {broken.map(({ clientId, client, message }) => (
          <li key={clientId}>
            {client}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
