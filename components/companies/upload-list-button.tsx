"use client";

import { Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { CreateList, DeleteList, ListTarget } from "./upload-list";

const UploadListDialog = dynamic(
  () => import("./upload-list-dialog").then((m) => m.UploadListDialog),
  { ssr: false },
);

/** Opens the upload of a customer list; everything it needs is loaded then. */
export function UploadListButton({
  targets,
  ...actions
}: {
  targets: readonly ListTarget[];
  create: CreateList;
  remove: DeleteList;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <Upload aria-hidden />
        Upload a customer list
      </Button>
      {open && (
        <UploadListDialog
          {...actions}
          targets={targets}
          replaced={null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
