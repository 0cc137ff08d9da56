import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { AddPersonForm } from "@/components/workspace/add-person-form";
import { PersonRow } from "@/components/workspace/person-row";
import { requestContext } from "@/lib/server/request-context";
import { listClients } from "@/lib/workspace/list-clients";
import { listPeople } from "@/lib/workspace/list-people";
import { may } from "@/lib/workspace/permissions";
import {
  addPersonAction,
  makeResetLinkAction,
  removeGrantAction,
  saveGrantAction,
} from "./actions";

export async function PeopleSection() {
  const ctx = await requestContext();
  const { actor } = ctx;
  const [people, clients] = await Promise.all([listPeople(ctx), listClients(ctx)]);
  if (!people.ok) return <Notice kind="warn">{people.error.message}</Notice>;
  const scopes = [
    ...(may(actor, "people", null) ? [{ value: "", label: "All clients" }] : []),
    ...clients
      .filter((client) => may(actor, "people", client.id))
      .map((client) => ({ value: client.id, label: client.name })),
  ];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Card title={`People at ${actor.agencyName}`} flush>
        <ul className="divide-y divide-line border-t">
          {people.value.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isYou={person.id === actor.personId}
              scopes={scopes}
              saveGrant={saveGrantAction}
              removeGrant={removeGrantAction}
              makeResetLink={may(actor, "people", null) ? makeResetLinkAction : null}
            />
          ))}
        </ul>
      </Card>
      <Card title="Add a person">
        <AddPersonForm scopes={scopes} addPerson={addPersonAction} />
      </Card>
    </div>
  );
}
