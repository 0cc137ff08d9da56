"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { IconButton } from "./icon-button";
import { backdropStyle } from "./overlay-style";

interface DrawerProps {
  title: ReactNode;
  description?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  side?: "right" | "left" | "bottom";
  footer?: ReactNode;
  children: ReactNode;
}

const sides = {
  right:
    "inset-y-0 right-0 w-[min(30rem,100vw)] border-l data-ending-style:translate-x-full data-starting-style:translate-x-full",
  left: "inset-y-0 left-0 w-[min(18rem,85vw)] border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  bottom:
    "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-md border-t data-ending-style:translate-y-full data-starting-style:translate-y-full",
};

export function Drawer({
  title,
  description,
  open,
  onOpenChange,
  trigger,
  side = "right",
  footer,
  children,
}: DrawerProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup
          className={cn(
            "fixed z-50 flex flex-col border-line-strong bg-surface transition-transform duration-150",
            sides[side],
          )}
        >
          <header className="flex items-start justify-between gap-4 border-b p-4">
            <div>
              <Base.Title className="font-semibold text-md">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-1 text-ink-2 text-sm">
                  {description}
                </Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton label="Close" icon={<X aria-hidden />} size="sm" />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t p-4">{footer}</footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
