import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { type Account, AccountButton } from "./account-button";
import { BottomNavigation } from "./bottom-navigation";
import { type ClientChoice, ClientSwitcher } from "./client-switcher";
import { Keyboard } from "./keyboard";
import { SideNavigation } from "./side-navigation";
import { type NetworkClock, SimulatedTime } from "./simulated-time";

interface ShellProps {
  account: Account;
  clients: readonly ClientChoice[];
  /** null: the network did not tell its time. */
  clock: NetworkClock | null;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** The frame of every workspace page: navigation at the left, or at the bottom of a small screen. */
export function Shell({ account, clients, clock, signOut, children }: ShellProps) {
  return (
    <div className="lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-sm bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <header className="flex items-center gap-2 border-b p-2 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:items-stretch lg:gap-3 lg:overflow-y-auto lg:border-r lg:border-b-0 lg:p-3 print:hidden">
        <Link
          href="/overview"
          className="rounded-sm px-2 font-semibold text-md max-lg:flex max-lg:min-h-11 max-lg:items-center"
        >
          Nod
        </Link>
        <div className="min-w-0 flex-1 lg:flex-none">
          <Suspense>
            <ClientSwitcher clients={clients} />
          </Suspense>
        </div>
        <div className="hidden lg:block">
          <Suspense>
            <SideNavigation />
          </Suspense>
        </div>
        <div className="flex flex-col gap-3 lg:mt-auto">
          {clock && (
            <div className="hidden px-2 lg:block">
              <SimulatedTime {...clock} />
            </div>
          )}
          <AccountButton account={account} signOut={signOut} />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-360 p-4 pb-24 outline-none lg:p-6"
      >
        {children}
      </main>
      <Suspense>
        <BottomNavigation />
        <Keyboard clients={clients} />
      </Suspense>
    </div>
  );
}
