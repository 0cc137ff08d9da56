"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { floatingStyle, menuItemStyle } from "./overlay-style";

/** A button with a list of actions: fill it with MenuItem, MenuLink, MenuChoice and MenuSeparator. */
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

export function MenuLink({
  icon,
  href,
  children,
}: {
  icon?: ReactNode;
  href: string;
  children: ReactNode;
}) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={menuItemStyle}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

/** One of several: the chosen one has a tick. */
export function MenuChoices({
  label,
  value,
  onValueChange,
  options,
}: {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 py-1 text-ink-2 text-xs">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onValueChange}>
        {options.map((option) => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            closeOnClick
            className={menuItemStyle}
          >
            <span className="size-4">
              <Base.RadioItemIndicator>
                <Check aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
