"use client";

import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { Refusal, Result } from "@/lib/result";
import type { AdToken } from "@/lib/workspace/ad-accounts";
import { useSubmit } from "./use-submit";

export function RevokeToken({
  token,
  revoke,
}: {
  token: AdToken;
  revoke: (input: { readonly tokenId: string }) => Promise<Result<null, Refusal>>;
}) {
  const [open, setOpen] = useState(false);
  const { error, pending, submit, clear } = useSubmit(revoke, () => setOpen(false));
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        clear();
      }}
      title={`Revoke ${token.name}?`}
      description="Programs that use it are refused at once. This cannot be undone."
      confirm="Revoke the token"
      danger
      busy={pending}
      onConfirm={() => submit({ tokenId: token.id })}
      trigger={
        <Button size="sm" aria-label={`Revoke ${token.name}`}>
          Revoke
        </Button>
      }
    >
      {error && (
        <p role="alert" className="text-bad">
          {error.message}
        </p>
      )}
    </AlertDialog>
  );
}
