"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { bottomDestinations, isWithin, withClient } from "./navigation";

/** The main navigation of a small screen. */
export function BottomNavigation() {
  const pathname = usePathname();
  const clientId = useSearchParams().get("client");
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="flex">
        {bottomDestinations.map(({ href, label, icon: Icon }) => (
          <li key={href} className="min-w-0 flex-1">
            <Link
              href={withClient(href, clientId)}
              aria-current={isWithin(pathname, href) ? "page" : undefined}
              className="flex h-14 flex-col items-center justify-center gap-0.5 text-ink-2 text-xs -outline-offset-2 aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-5" />
              <span className="max-w-full truncate px-0.5">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
