"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { floatingStyle } from "./overlay-style";

interface PopoverProps {
  /** A Button element. */
  trigger: ReactElement;
  title?: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  /** Open at once: it was loaded because somebody pressed its button. */
  defaultOpen?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

export function Popover({
  trigger,
  title,
  side = "bottom",
  align = "start",
  defaultOpen,
  open,
  onOpenChange,
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root defaultOpen={defaultOpen} open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50">
          <Base.Popup className={cn(floatingStyle, "w-80 max-w-[calc(100vw-2rem)] p-3", className)}>
            {title && <Base.Title className="mb-1 font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
