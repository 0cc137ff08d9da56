"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { controlStyle } from "./control-style";
import { useFieldProps } from "./field-context";

interface InputProps extends ComponentProps<"input"> {
  onValueChange?: (value: string) => void;
  /** A word or icon inside the box: a currency, a search glass. */
  start?: ReactNode;
  end?: ReactNode;
}

export function Input({ onValueChange, onChange, start, end, className, ...props }: InputProps) {
  const field = useFieldProps(props);
  const input = (
    <input
      {...props}
      {...field}
      className={cn(controlStyle, Boolean(start) && "pl-12", Boolean(end) && "pr-12", className)}
      onChange={(event) => {
        onChange?.(event);
        onValueChange?.(event.target.value);
      }}
    />
  );
  if (!start && !end) return input;
  return (
    <span className="relative flex items-center">
      {start && <span className="absolute left-2.5 text-ink-3 text-sm">{start}</span>}
      {input}
      {end && <span className="absolute right-2.5 text-ink-3 text-sm">{end}</span>}
    </span>
  );
}
