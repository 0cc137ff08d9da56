"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { type Grant, roles } from "@/lib/workspace/actor";
import type { Person } from "@/lib/workspace/person";
import { roleNames } from "@/lib/workspace/role-names";
import type { RemoveGrant, SaveGrant } from "./person-row";
import { roleOptions } from "./role-options";
import { useSubmit } from "./use-submit";

interface GrantRowProps {
  person: Person;
  grant: Grant;
  /** "All clients", or a client's name. */
  scope: string;
  saveGrant: SaveGrant;
  removeGrant: RemoveGrant;
}

/** One role: changed by choosing another, at once; removed after a question. */
export function GrantRow({ person, grant, scope, saveGrant, removeGrant }: GrantRowProps) {
  const [asking, setAsking] = useState(false);
  const where = { personId: person.id, clientId: grant.clientId };
  const change = useSubmit(saveGrant, () => toast(`The role of ${person.name} was changed.`));
  const remove = useSubmit(removeGrant, () => setAsking(false));
  const place = scope === "All clients" ? "all clients" : scope;
  return (
    <li className="flex items-start gap-2">
      <Field
        label={`Role of ${person.name} for ${place}`}
        hideLabel
        error={change.error?.message}
        className="w-44"
      >
        <Select
          options={roleOptions}
          value={grant.role}
          aria-busy={change.pending}
          onValueChange={(value) => {
            const role = roles.find((one) => one === value);
            if (role) change.submit({ ...where, role });
          }}
        />
      </Field>
      <span className="min-w-0 flex-1 py-1.5 text-sm">{scope}</span>
      <AlertDialog
        open={asking}
        onOpenChange={(open) => {
          setAsking(open);
          remove.clear();
        }}
        title={`Remove ${person.name} as ${roleNames[grant.role].toLowerCase()} for ${place}?`}
        description="It works at once, also where they are signed in now. What they made stays."
        confirm="Remove the role"
        danger
        busy={remove.pending}
        onConfirm={() => remove.submit(where)}
        trigger={
          <IconButton
            label={`Remove the role of ${person.name} for ${place}`}
            icon={<X aria-hidden />}
          />
        }
      >
        {remove.error && (
          <p role="alert" className="text-bad">
            {remove.error.message}
          </p>
        )}
      </AlertDialog>
    </li>
  );
}
