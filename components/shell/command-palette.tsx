"use client";

import { Command } from "cmdk";
import { useRouter, useSearchParams } from "next/navigation";
import { useTheme } from "next-themes";
import { Dialog } from "@/components/ui/dialog";
import type { ClientChoice } from "./client-switcher";
import { destinations, withClient } from "./navigation";

const itemStyle =
  "flex min-h-9 items-center gap-2 rounded-sm px-2 data-[selected=true]:bg-accent-soft pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-ink-3";
const groupStyle =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-ink-2 [&_[cmdk-group-heading]]:text-xs";

export function CommandPalette({
  clients,
  onClose,
}: {
  clients: readonly ClientChoice[];
  onClose: () => void;
}) {
  const router = useRouter();
  const clientId = useSearchParams().get("client");
  const { setTheme, resolvedTheme } = useTheme();
  const go = (path: string) => {
    onClose();
    router.push(path);
  };
  const other = resolvedTheme === "dark" ? "light" : "dark";
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Go or do">
      <Command label="Commands" loop>
        <Command.Input
          autoFocus
          placeholder="A page, a client, an action"
          className="h-9 w-full rounded-sm border border-line-strong bg-surface px-2.5 pointer-coarse:h-11 pointer-coarse:text-md"
        />
        <Command.List className="mt-2 max-h-80 overflow-y-auto">
          <Command.Empty className="p-2 text-ink-2">Nothing is called that.</Command.Empty>
          <Command.Group heading="Do" className={groupStyle}>
            <Command.Item
              className={itemStyle}
              onSelect={() => go(withClient("/campaigns/new", clientId))}
            >
              New campaign
            </Command.Item>
            <Command.Item
              className={itemStyle}
              onSelect={() => {
                setTheme(other);
                onClose();
              }}
            >
              Use the {other} theme
            </Command.Item>
          </Command.Group>
          <Command.Group heading="Go to" className={groupStyle}>
            {destinations.map(({ href, label, icon: Icon }) => (
              <Command.Item
                key={href}
                className={itemStyle}
                onSelect={() => go(withClient(href, clientId))}
              >
                <Icon aria-hidden />
                {label}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading="Client" className={groupStyle}>
            {clients.map((client) => (
              <Command.Item
                key={client.id}
                value={`${client.name} ${client.id}`}
                className={itemStyle}
                onSelect={() => go(withClient("/overview", client.id))}
              >
                {client.name}
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}
