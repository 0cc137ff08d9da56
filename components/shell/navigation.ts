import {
  Building2,
  ChartNoAxesCombined,
  FileText,
  type LucideIcon,
  Megaphone,
  Settings,
  UsersRound,
} from "lucide-react";

export interface Destination {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** After "g", as in "g a". */
  readonly key: string;
}

export const destinations: readonly Destination[] = [
  { href: "/overview", label: "Overview", icon: ChartNoAxesCombined, key: "o" },
  { href: "/audiences", label: "Audiences", icon: UsersRound, key: "a" },
  { href: "/companies", label: "Companies", icon: Building2, key: "c" },
  { href: "/campaigns", label: "Campaigns", icon: Megaphone, key: "m" },
  { href: "/reports", label: "Reports", icon: FileText, key: "r" },
  { href: "/settings", label: "Settings", icon: Settings, key: "s" },
];

/** A small screen holds five; settings are behind the account there. */
export const bottomDestinations = destinations.filter(({ href }) => href !== "/settings");

/** The same page for a client, or for all of them (null). */
export const withClient = (path: string, clientId: string | null): string =>
  clientId ? `${path}?${new URLSearchParams({ client: clientId })}` : path;

/** True when the address stands on the destination or below it. */
export const isWithin = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
