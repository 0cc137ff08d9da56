"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { floatingStyle, menuItemStyle } from "./overlay-style";

/** A button with a list of actions: fill it with MenuItem. */
export function Menu({
  trigger,
  align = "end",
  defaultOpen,
  className,
  children,
}: {
  /** A Button or IconButton element. */
  trigger: ReactElement;
  /** Open at once: the menu was loaded because somebody pressed its button. */
  defaultOpen?: boolean | undefined;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} className="z-50">
          <Base.Popup
            className={cn(
              floatingStyle,
              "max-h-(--available-height) min-w-44 overflow-y-auto p-1",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  icon,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={cn(menuItemStyle, danger && "text-bad [&_svg]:text-bad")}
    >
      {icon}
      {children}
    </Base.Item>
  );
}
