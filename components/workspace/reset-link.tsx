"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import type { Refusal, Result } from "@/lib/result";
import type { Person } from "@/lib/workspace/person";
import { FormNotice } from "./form-notice";
import { useSubmit } from "./use-submit";

interface ResetLinkProps {
  person: Person;
  makeResetLink: (input: {
    readonly personId: string;
  }) => Promise<Result<{ readonly link: string }, Refusal>>;
}

export function ResetLink({ person, makeResetLink }: ResetLinkProps) {
  const [link, setLink] = useState<string | null>(null);
  const { error, pending, submit, clear } = useSubmit(makeResetLink, (made) => setLink(made.link));
  return (
    <Dialog
      title={`A link for ${person.name} to set a password`}
      description="Works once, for 24 hours. Earlier links of theirs stop working. No mail is sent: hand it over yourself."
      size="sm"
      onOpenChange={() => {
        setLink(null);
        clear();
      }}
      trigger={
        <Button size="sm" aria-label={`Make a reset link for ${person.name}`}>
          Reset link
        </Button>
      }
      footer={
        link === null && (
          <Button variant="primary" busy={pending} onClick={() => submit({ personId: person.id })}>
            Make the link
          </Button>
        )
      }
    >
      <FormNotice error={error} />
      {link && <CopyField label="Link" value={link} />}
    </Dialog>
  );
}
