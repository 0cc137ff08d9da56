import type { ReactNode } from "react";

interface SectionProps {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}

/** One part of the privacy centre under its heading. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <h2 id={id} className="text-balance font-semibold text-lg">
          {title}
        </h2>
        {lead && <p className="text-pretty text-ink-2">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
