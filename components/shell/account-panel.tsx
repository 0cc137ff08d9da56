"use client";

import { useTheme } from "next-themes";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Account } from "./account-button";
import { ShortcutSwitch } from "./shortcut-switch";

function SignOut() {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" busy={pending}>
      Sign out
    </Button>
  );
}

export function AccountPanel({
  account,
  signOut,
  onClose,
}: {
  account: Account;
  signOut: () => Promise<void>;
  onClose: () => void;
}) {
  const { theme, setTheme } = useTheme();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={account.name}
      description={`${account.role} at ${account.agency}, ${account.email}`}
      footer={
        <>
          <LinkButton href="/settings" variant="quiet" onClick={onClose}>
            Settings
          </LinkButton>
          <form action={signOut}>
            <SignOut />
          </form>
        </>
      }
    >
      <div className="flex flex-col gap-4 pt-2">
        <RadioGroup
          legend="Theme"
          inline
          value={theme ?? "system"}
          onValueChange={setTheme}
          options={[
            { value: "system", label: "As the system" },
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ]}
        />
        <ShortcutSwitch />
      </div>
    </Dialog>
  );
}
