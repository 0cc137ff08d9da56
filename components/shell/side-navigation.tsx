"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { destinations, isWithin, withClient } from "./navigation";

export function SideNavigation() {
  const pathname = usePathname();
  const clientId = useSearchParams().get("client");
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-0.5">
        {destinations.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={withClient(href, clientId)}
              aria-current={isWithin(pathname, href) ? "page" : undefined}
              className="flex h-9 items-center gap-2.5 rounded-sm px-2.5 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-4" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
