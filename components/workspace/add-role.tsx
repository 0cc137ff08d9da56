"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Role, roles } from "@/lib/workspace/actor";
import type { Person } from "@/lib/workspace/person";
import { FormNotice } from "./form-notice";
import type { SaveGrant } from "./person-row";
import { clientIdOf, roleOptions, type ScopeOption } from "./role-options";
import { useSubmit } from "./use-submit";

interface AddRoleProps {
  person: Person;
  /** Where they have no role yet. */
  scopes: readonly ScopeOption[];
  saveGrant: SaveGrant;
}

export function AddRole({ person, scopes, saveGrant }: AddRoleProps) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const { error, pending, submit, clear } = useSubmit(saveGrant, () => setOpen(false));
  const scope = scopes.find(({ value }) => value === asked) ?? scopes[0];
  if (!scope) return null;
  return (
    <Dialog
      title={`Another role for ${person.name}`}
      description="A role for one client adds to a role for all clients."
      size="sm"
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        clear();
      }}
      trigger={
        <Button size="sm" aria-label={`Add a role for ${person.name}`}>
          Add a role
        </Button>
      }
      footer={
        <Button
          variant="primary"
          busy={pending}
          onClick={() => submit({ personId: person.id, clientId: clientIdOf(scope.value), role })}
        >
          Add the role
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <FormNotice error={error} />
        <Field label="Clients" error={error?.fields?.clientId}>
          <Select options={scopes} value={scope.value} onValueChange={setAsked} />
        </Field>
        <Field label="Role" error={error?.fields?.role}>
          <Select
            options={roleOptions}
            value={role}
            onValueChange={(value) => setRole(roles.find((one) => one === value) ?? "viewer")}
          />
        </Field>
      </div>
    </Dialog>
  );
}
