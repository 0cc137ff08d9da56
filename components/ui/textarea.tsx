"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { controlStyle } from "./control-style";
import { useFieldProps } from "./field-context";

interface TextareaProps extends ComponentProps<"textarea"> {
  onValueChange?: (value: string) => void;
}

export function Textarea({
  onValueChange,
  onChange,
  className,
  rows = 3,
  ...props
}: TextareaProps) {
  const field = useFieldProps(props);
  return (
    <textarea
      {...props}
      {...field}
      rows={rows}
      className={cn(controlStyle, "h-auto py-2 pointer-coarse:h-auto", className)}
      onChange={(event) => {
        onChange?.(event);
        onValueChange?.(event.target.value);
      }}
    />
  );
}
