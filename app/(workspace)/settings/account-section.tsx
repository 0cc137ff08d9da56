import { Card } from "@/components/ui/card";
import { PasswordForm } from "@/components/workspace/password-form";
import { RoleList } from "@/components/workspace/role-list";
import { requestContext } from "@/lib/server/request-context";
import { listClients } from "@/lib/workspace/list-clients";
import { changeOwnPassword } from "./change-own-password";

export async function AccountSection() {
  const ctx = await requestContext();
  const { actor, credentials } = ctx;
  const [clients, passwordHash] = await Promise.all([
    listClients(ctx),
    credentials.getPasswordHash(actor.personId),
  ]);
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <Card title={actor.name} description={actor.email}>
        <RoleList grants={actor.grants} clients={clients} />
      </Card>
      <Card title="Password" description="A new password signs you out on every other device.">
        {passwordHash === null ? (
          <p className="text-ink-2">
            You have no password yet. An owner of {actor.agencyName} can make you a link to set one.
          </p>
        ) : (
          <PasswordForm email={actor.email} changePassword={changeOwnPassword} />
        )}
      </Card>
    </div>
  );
}
