"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  description?: ReactNode;
  onCheckedChange?: (checked: boolean) => void;
}

export function Checkbox({
  label,
  description,
  onCheckedChange,
  onChange,
  className,
  ...props
}: CheckboxProps) {
  const id = useId();
  return (
    <label
      className={cn(
        "flex min-h-6 items-start gap-2 text-base pointer-coarse:min-h-11 pointer-coarse:items-center",
        className,
      )}
    >
      <input
        type="checkbox"
        aria-labelledby={`${id}-label`}
        aria-describedby={description ? `${id}-help` : undefined}
        {...props}
        className="mt-0.5 size-4 shrink-0 pointer-coarse:mt-0"
        onChange={(event) => {
          onChange?.(event);
          onCheckedChange?.(event.target.checked);
        }}
      />
      <span className="min-w-0">
        <span id={`${id}-label`}>{label}</span>
        {description && (
          <span id={`${id}-help`} className="block text-ink-2 text-sm">
            {description}
          </span>
        )}
      </span>
    </label>
  );
}
