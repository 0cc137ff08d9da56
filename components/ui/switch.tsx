"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "role"> {
  label: ReactNode;
  description?: ReactNode;
  onCheckedChange?: (checked: boolean) => void;
}

export function Switch({
  label,
  description,
  onCheckedChange,
  onChange,
  className,
  ...props
}: SwitchProps) {
  const id = useId();
  return (
    <label
      className={cn(
        "flex min-h-6 items-start justify-between gap-4 pointer-coarse:min-h-11",
        className,
      )}
    >
      <span className="min-w-0">
        <span id={`${id}-label`}>{label}</span>
        {description && (
          <span id={`${id}-help`} className="block text-ink-2 text-sm">
            {description}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says its own state.
        role="switch"
        aria-labelledby={`${id}-label`}
        aria-describedby={description ? `${id}-help` : undefined}
        {...props}
        onChange={(event) => {
          onChange?.(event);
          onCheckedChange?.(event.target.checked);
        }}
        className="relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full bg-line-strong transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-5 before:rounded-full before:bg-surface before:transition-transform checked:bg-accent checked:before:translate-x-4 disabled:opacity-55"
      />
    </label>
  );
}
