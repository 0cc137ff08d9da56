"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Refusal, Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { CompaniesEditor } from "./companies-editor";
import { FormNotice } from "./form-notice";
import { useSubmit } from "./use-submit";

export type SaveCompanies = (input: {
  clientId: string;
  companies: { id: string; relation: "owns" | "may_use" }[];
}) => Promise<Result<null, Refusal>>;

/** The companies of a client are changed on a copy, and saved together. */
export function CompaniesDialog({
  client,
  saveCompanies,
}: {
  client: Client;
  saveCompanies: SaveCompanies;
}) {
  const [open, setOpen] = useState(false);
  const [companies, setCompanies] = useState(client.companies);
  const { error, pending, submit, clear } = useSubmit(saveCompanies, () => setOpen(false));
  const save = () =>
    submit({
      clientId: client.id,
      companies: companies.map(({ id, relation }) => ({ id, relation })),
    });
  return (
    <Dialog
      title={`Companies of ${client.name}`}
      description="Campaigns come from one of them: people see its name, and why it may speak to them."
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setCompanies(client.companies);
        clear();
      }}
      trigger={
        <Button size="sm" aria-label={`Change the companies of ${client.name}`}>
          Companies
        </Button>
      }
      footer={
        <Button variant="primary" busy={pending} onClick={save}>
          Save the companies
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <FormNotice error={error} />
        <CompaniesEditor
          companies={companies}
          onChange={setCompanies}
          error={error?.fields?.companies}
        />
      </div>
    </Dialog>
  );
}
