import Link from "next/link";
import { cn } from "@/lib/cn";

export interface TabLink {
  readonly value: string;
  readonly label: string;
  readonly href: string;
  readonly count?: number;
}

/** Tabs are addresses: each is a link, and the page draws the one that is current. */
export function Tabs({
  label,
  tabs,
  current,
  className,
}: {
  label: string;
  tabs: readonly TabLink[];
  current: string;
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cn("overflow-x-auto border-b", className)}>
      <ul className="flex gap-4">
        {tabs.map((tab) => (
          <li key={tab.value}>
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab.value === current ? "page" : undefined}
              className="inline-flex h-9 items-center gap-1.5 border-transparent border-b-2 text-ink-2 -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11"
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-ink-3 text-sm">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
