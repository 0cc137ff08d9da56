import type { ReactNode } from "react";

/** One number with its name; `detail` is what it is measured against. Stands inside a <dl>. */
export function NumberTile({
  term,
  children,
  detail,
}: {
  term: string;
  children: ReactNode;
  detail?: ReactNode;
}) {
  return (
    <div className="min-w-0 bg-surface p-4">
      <dt className="text-ink-2 text-sm">{term}</dt>
      <dd>
        <span className="block first-letter:uppercase font-semibold text-lg tabular-nums sm:text-xl print:text-lg">
          {children}
        </span>
        {detail && <span className="block text-ink-2 text-sm">{detail}</span>}
      </dd>
    </div>
  );
}
