"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { IconButton } from "./icon-button";
import { backdropStyle } from "./overlay-style";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, right-aligned; the last one is the main one. */
  footer?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A Button element that opens it. */
  trigger?: ReactElement;
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
}

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" };

export function Dialog({
  title,
  description,
  footer,
  open,
  onOpenChange,
  trigger,
  size = "md",
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup
          className={cn(
            "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-md border border-line-strong bg-surface transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0",
            widths[size],
          )}
        >
          <header className="flex items-start justify-between gap-4 p-4 pb-2">
            <div>
              <Base.Title className="font-semibold text-md">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton label="Close" icon={<X aria-hidden />} size="sm" />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t p-4">{footer}</footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
