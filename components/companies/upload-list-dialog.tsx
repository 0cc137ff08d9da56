"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ListReader } from "@/lib/companies/customer-list/list-reader";
import { DropFile } from "./drop-file";
import { ListColumns } from "./list-columns";
import { ListProgress } from "./list-progress";
import { ListUpload } from "./list-upload";
import { openListWorker } from "./open-list-worker";
import { StageButtons } from "./stage-buttons";
import type { CreateList, DeleteList, ListTarget, ReplacedList } from "./upload-list";
import { useListFile } from "./use-list-file";

export interface UploadListDialogProps {
  targets: readonly ListTarget[];
  /** null: a new list. */
  replaced: ReplacedList | null;
  create: CreateList;
  remove: DeleteList;
  /** Reads the file; in a worker, if nothing else is said. */
  open?: (file: File) => ListReader;
  onClose: () => void;
}

/** From a file to a list: choose, put the columns right, hash, look through, send. */
export function UploadListDialog(props: UploadListDialogProps) {
  const { targets, replaced, create, remove, open = openListWorker, onClose } = props;
  const router = useRouter();
  const listFile = useListFile(open);
  const underWay = useRef<(() => Promise<void>) | null>(null);
  const { stage, file } = listFile;

  const close = () => {
    const giveUp = underWay.current;
    underWay.current = null;
    if (giveUp) void giveUp().then(givenUp);
    else onClose();
  };
  const givenUp = () => {
    toast(replaced ? "The list stays as it was." : "The upload was stopped; no list was kept.");
    router.refresh();
    onClose();
  };
  const done = () => {
    toast(replaced ? `“${replaced.name}” was replaced.` : "The list was uploaded.", { kind: "ok" });
    router.refresh();
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && close()}
      title={replaced ? `Replace “${replaced.name}”` : "Upload a customer list"}
      description={
        replaced
          ? "The file's people take the place of everybody on the list."
          : "To reach, or leave out, people a company already knows."
      }
      size="lg"
    >
      {(stage.at === "choose" || stage.at === "reading") && (
        <DropFile
          problem={stage.at === "choose" ? stage.problem : null}
          busy={stage.at === "reading"}
          onChoose={(chosen) => void listFile.choose(chosen)}
        />
      )}
      {stage.at === "columns" && (
        <ListColumns
          head={stage.head}
          fileName={file?.name ?? ""}
          problem={stage.problem}
          onBack={listFile.backToChoose}
          onPrepare={(choice) => void listFile.prepare(choice)}
        />
      )}
      {stage.at === "hashing" && (
        <>
          <ListProgress label="Hashing in this browser" done={stage.done} total={stage.total} />
          <StageButtons>
            <Button onClick={listFile.backToColumns}>Cancel</Button>
          </StageButtons>
        </>
      )}
      {stage.at === "prepared" && (
        <ListUpload
          {...{ targets, replaced, create, remove }}
          list={stage.list}
          rows={listFile.rows}
          fileName={file?.name ?? ""}
          onBack={listFile.backToColumns}
          onDone={done}
          onGivenUp={givenUp}
          onUnderWay={(giveUp) => {
            underWay.current = giveUp;
          }}
        />
      )}
    </Dialog>
  );
}
