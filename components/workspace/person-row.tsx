"use client";

import { Badge } from "@/components/ui/badge";
import type { Refusal, Result } from "@/lib/result";
import type { Role } from "@/lib/workspace/actor";
import type { Person } from "@/lib/workspace/person";
import { AddRole } from "./add-role";
import { GrantRow } from "./grant-row";
import { ResetLink } from "./reset-link";
import type { ScopeOption } from "./role-options";

export type SaveGrant = (input: {
  readonly personId: string;
  readonly clientId: string | null;
  readonly role: Role;
}) => Promise<Result<null, Refusal>>;

export type RemoveGrant = (input: {
  readonly personId: string;
  readonly clientId: string | null;
}) => Promise<Result<null, Refusal>>;

interface PersonRowProps {
  person: Person;
  isYou: boolean;
  scopes: readonly ScopeOption[];
  saveGrant: SaveGrant;
  removeGrant: RemoveGrant;
  /** null: only an owner of all clients makes links. */
  makeResetLink:
    | ((input: {
        readonly personId: string;
      }) => Promise<Result<{ readonly link: string }, Refusal>>)
    | null;
}

export function PersonRow({
  person,
  isYou,
  scopes,
  saveGrant,
  removeGrant,
  makeResetLink,
}: PersonRowProps) {
  const granted = new Set(person.grants.map(({ clientId }) => clientId ?? ""));
  const open = scopes.filter(({ value }) => !granted.has(value));
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h3 className="font-medium">
            {person.name} {isYou && <Badge>you</Badge>}{" "}
            {!person.hasPassword && <Badge tone="warn">no password yet</Badge>}
          </h3>
          <p className="break-all text-ink-2 text-sm">{person.email}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {open.length > 0 && <AddRole person={person} scopes={open} saveGrant={saveGrant} />}
          {makeResetLink && <ResetLink person={person} makeResetLink={makeResetLink} />}
        </div>
      </div>
      <ul aria-label={`Roles of ${person.name}`} className="flex flex-col gap-2">
        {person.grants.map((grant) => (
          <GrantRow
            key={grant.clientId ?? ""}
            person={person}
            grant={grant}
            scope={
              scopes.find(({ value }) => value === (grant.clientId ?? ""))?.label ?? "A client"
            }
            saveGrant={saveGrant}
            removeGrant={removeGrant}
          />
        ))}
      </ul>
    </li>
  );
}
