"use client";

import { Archive, ArchiveRestore, Copy, Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { AudienceView } from "@/lib/audiences/view";
import type { AudienceActions } from "./audience-actions";
import { audienceHref } from "./audience-href";

export interface AudienceMenuContentProps {
  audience: AudienceView;
  state: AudienceView["state"];
  actions: AudienceActions;
  mayEdit: boolean;
  defaultOpen?: boolean;
}

const failed = "That did not get through. Try again.";

export function AudienceMenuContent({
  audience,
  state,
  actions,
  defaultOpen,
}: AudienceMenuContentProps) {
  const router = useRouter();
  const target = { clientId: audience.clientId, audienceId: audience.id };
  const list = `/audiences?${new URLSearchParams({ client: audience.clientId })}`;

  /** The audience afterwards; null when it did not happen, which is said. */
  const run = async (act: AudienceActions["archive"]): Promise<AudienceView | null> => {
    const result = await act(target).catch(() => null);
    if (result?.ok) return result.value;
    toast(result?.error.message ?? failed, { kind: "bad" });
    return null;
  };
  const restore = async () => {
    if (await run(actions.restore)) router.refresh();
  };
  const archive = async () => {
    const archived = await run(actions.archive);
    if (!archived) return;
    router.push(list);
    toast(`${archived.name ? `"${archived.name}"` : "The audience"} is archived.`, {
      kind: "ok",
      action: { label: "Undo", onClick: () => void restore() },
    });
  };
  const duplicate = async () => {
    const copy = await run(actions.duplicate);
    if (copy) router.push(audienceHref(copy));
  };

  return (
    <Menu
      defaultOpen={defaultOpen}
      trigger={<IconButton label="More actions" icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => void duplicate()}>
        Duplicate
      </MenuItem>
      {state === "archived" ? (
        <MenuItem icon={<ArchiveRestore aria-hidden />} onSelect={() => void restore()}>
          Bring back
        </MenuItem>
      ) : (
        <MenuItem icon={<Archive aria-hidden />} onSelect={() => void archive()}>
          Archive
        </MenuItem>
      )}
    </Menu>
  );
}
