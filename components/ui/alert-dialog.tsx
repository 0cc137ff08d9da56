"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { backdropStyle } from "./overlay-style";

interface AlertDialogProps {
  /** The question, with its consequence: "Launch to 330K-345K people, up to EUR 24,000?" */
  title: ReactNode;
  description?: ReactNode;
  /** The words on the button that does it. */
  confirm: string;
  /** The caller closes it when the work is done. */
  onConfirm: () => void;
  cancel?: string;
  danger?: boolean;
  busy?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  children?: ReactNode;
}

export function AlertDialog({
  title,
  description,
  confirm,
  onConfirm,
  cancel = "Cancel",
  danger = false,
  busy = false,
  open,
  onOpenChange,
  trigger,
  children,
}: AlertDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup className="fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 flex-col gap-2 overflow-y-auto rounded-md border border-line-strong bg-surface p-4 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Base.Title className="font-semibold text-md">{title}</Base.Title>
          {description && <Base.Description className="text-ink-2">{description}</Base.Description>}
          {children}
          <div className="mt-3 flex flex-wrap justify-end gap-2">
            <Base.Close render={<Button>{cancel}</Button>} />
            <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
