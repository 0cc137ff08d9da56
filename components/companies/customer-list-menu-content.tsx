"use client";

import { Ellipsis, RefreshCw, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { CreateList, DeleteList, ReplacedList } from "./upload-list";

const UploadListDialog = dynamic(
  () => import("./upload-list-dialog").then((m) => m.UploadListDialog),
  { ssr: false },
);

export interface CustomerListMenuContentProps {
  list: ReplacedList;
  create: CreateList;
  remove: DeleteList;
}

/** A list's menu, with what it opens. */
export function CustomerListMenuContent({ list, create, remove }: CustomerListMenuContentProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"replace" | "delete" | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const gone = await remove({ clientId: list.clientId, listId: list.id }).catch(() => null);
    setBusy(false);
    setOpen(null);
    if (gone?.ok) toast(`“${list.name}” was deleted.`, { kind: "ok" });
    else toast(gone?.error.message ?? "The server cannot be reached.", { kind: "bad" });
    router.refresh();
  };
  return (
    <>
      <Menu
        defaultOpen
        trigger={
          <IconButton
            label={`More actions for ${list.name}`}
            icon={<Ellipsis aria-hidden />}
            size="sm"
          />
        }
      >
        <MenuItem icon={<RefreshCw aria-hidden />} onSelect={() => setOpen("replace")}>
          Replace…
        </MenuItem>
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setOpen("delete")}>
          Delete…
        </MenuItem>
      </Menu>
      {open === "replace" && (
        <UploadListDialog
          {...{ create, remove }}
          targets={[]}
          replaced={list}
          onClose={() => setOpen(null)}
        />
      )}
      <AlertDialog
        open={open === "delete"}
        onOpenChange={(stays) => !stays && setOpen(null)}
        title={`Delete “${list.name}”?`}
        description="Everybody is taken off it. Campaigns that use it reach nobody through it from then on."
        confirm="Delete"
        danger
        busy={busy}
        onConfirm={() => void confirm()}
      />
    </>
  );
}
