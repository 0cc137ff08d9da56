"use client";

import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { NewAudienceProps } from "./new-audience";

function Choice({ name }: { name: string }) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" variant="quiet" busy={pending} className="w-full justify-start">
      {name}
    </Button>
  );
}

export function NewAudienceDialog({
  clients,
  create,
  onClose,
}: NewAudienceProps & { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New audience"
      description="For which client?"
      size="sm"
    >
      <ul>
        {clients.map(({ id, name }) => (
          <li key={id}>
            <form action={create.bind(null, id)}>
              <Choice name={name} />
            </form>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
