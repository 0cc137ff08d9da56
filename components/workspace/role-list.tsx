import type { Client, Grant } from "@/lib/workspace/actor";
import { roleDescriptions, roleNames } from "@/lib/workspace/role-names";

/** The roles somebody has, with what each is for. */
export function RoleList({
  grants,
  clients,
}: {
  grants: readonly Grant[];
  clients: readonly Client[];
}) {
  const nameOf = (clientId: string | null) =>
    clientId === null
      ? "all clients"
      : (clients.find((client) => client.id === clientId)?.name ?? "a client");
  return (
    <ul className="flex flex-col gap-2">
      {grants.map(({ clientId, role }) => (
        <li key={clientId ?? "all"}>
          {roleNames[role]} for {nameOf(clientId)}
          <span className="block text-ink-2 text-sm">{roleDescriptions[role]}</span>
        </li>
      ))}
    </ul>
  );
}
