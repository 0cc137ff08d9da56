"use client";

import Link from "next/link";
import type { Panel } from "@/lib/ad-api/panel";
import { partNotes } from "@/lib/audiences/part-notes";
import { joinAnd } from "@/lib/format/list";

/** What is older than the number or was not asked, and under which versions of the notice people here said yes. */
export function ReachNotes({ panel }: { panel: Panel }) {
  const { notices, imported } = panel.nod_consents;
  const versions = notices.map(({ version }) => version);
  const notes = partNotes(panel, new Date());
  return (
    <div className="flex flex-col gap-1 text-ink-2 text-sm empty:hidden">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {versions.length > 0 && (
        <p>
          Consents given under{" "}
          <Link href="/method" className="underline underline-offset-2">
            notice {joinAnd(versions)}
          </Link>
          {imported && ", or one shown before people came here"}
        </p>
      )}
    </div>
  );
}
