"use client";

import { ChevronsUpDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";

export interface ClientChoice {
  readonly id: string;
  readonly name: string;
  /** ISO 4217 */
  readonly currency: string;
}

const ClientChoices = dynamic(() => import("./client-choices").then((m) => m.ClientChoices), {
  ssr: false,
});

/** Which client the page is about. Choosing keeps the page and drops what belonged to the other client. */
export function ClientSwitcher({ clients }: { clients: readonly ClientChoice[] }) {
  const [open, setOpen] = useState(false);
  const clientId = useSearchParams().get("client");
  const chosen = clients.find((client) => client.id === clientId);
  return (
    <>
      <Button
        className="w-full justify-between"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="truncate">
          <span className="sr-only">Client: </span>
          {chosen?.name ?? "All clients"}
        </span>
        <ChevronsUpDown aria-hidden />
      </Button>
      {open && (
        <ClientChoices
          clients={clients}
          chosenId={chosen?.id ?? null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
