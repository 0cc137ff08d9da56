"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

export interface NewAudienceProps {
  /** Clients the person may make one for. */
  clients: readonly { readonly id: string; readonly name: string }[];
  /** A server action that makes a draft and opens it. */
  create: (clientId: string) => Promise<void>;
}

const NewAudienceDialog = dynamic(
  () => import("./new-audience-dialog").then((m) => m.NewAudienceDialog),
  { ssr: false },
);

function Submit() {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" variant="primary" busy={pending}>
      {!pending && <Plus aria-hidden />}
      New audience
    </Button>
  );
}

/** Makes a draft at once; with several clients it asks first for which. */
export function NewAudience({ clients, create }: NewAudienceProps) {
  const [open, setOpen] = useState(false);
  const [only] = clients;
  if (clients.length === 1 && only) {
    return (
      <form action={create.bind(null, only.id)}>
        <Submit />
      </form>
    );
  }
  return (
    <>
      <Button
        variant="primary"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Plus aria-hidden />
        New audience
      </Button>
      {open && (
        <NewAudienceDialog clients={clients} create={create} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
