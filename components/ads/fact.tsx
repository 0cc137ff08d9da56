import type { ReactNode } from "react";

/** One thing that is said of an ad, under its name. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0 break-words">
      <dt className="text-ink-2 text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
