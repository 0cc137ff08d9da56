"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { floatingStyle } from "./overlay-style";

interface TooltipProps {
  /** A few words; anything needed to work must also stand elsewhere. */
  label: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  /** A focusable element. */
  children: ReactElement;
}

export function Tooltip({ label, side = "top", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className={cn(floatingStyle, "max-w-64 px-2 py-1 text-sm")}>
            {label}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
