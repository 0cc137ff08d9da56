"use client";

import { CircleUserRound } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly agency: string;
  /** In words: "Marketer". */
  readonly role: string;
}

const AccountPanel = dynamic(() => import("./account-panel").then((m) => m.AccountPanel), {
  ssr: false,
});

export function AccountButton({
  account,
  signOut,
}: {
  account: Account;
  /** A server action that ends the session and goes to the sign-in page. */
  signOut: () => Promise<void>;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        className="w-full justify-start px-2"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <CircleUserRound aria-hidden />
        <span className="min-w-0 truncate max-lg:sr-only">
          {account.name}
          <span className="sr-only">, account</span>
        </span>
      </Button>
      {open && <AccountPanel account={account} signOut={signOut} onClose={() => setOpen(false)} />}
    </>
  );
}
