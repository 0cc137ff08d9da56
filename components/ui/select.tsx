"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { controlStyle } from "./control-style";
import { useFieldProps } from "./field-context";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"select">, "children"> {
  options: readonly SelectOption[];
  onValueChange?: (value: string) => void;
}

/** The browser's own select: it knows every keyboard, screen reader and phone. */
export function Select({ options, onValueChange, onChange, className, ...props }: SelectProps) {
  const field = useFieldProps(props);
  return (
    <span className="relative flex min-w-0 items-center">
      <select
        {...props}
        {...field}
        className={cn(controlStyle, "appearance-none truncate pr-8", className)}
        onChange={(event) => {
          onChange?.(event);
          onValueChange?.(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-4 text-ink-3" />
    </span>
  );
}
