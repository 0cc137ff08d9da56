"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

interface FieldsetProps {
  legend: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  hideLegend?: boolean;
  className?: string;
  children: ReactNode;
}

/** A group of checkboxes, radios or fields under one legend. */
export function Fieldset({
  legend,
  description,
  error,
  hideLegend = false,
  className,
  children,
}: FieldsetProps) {
  const id = useId();
  const describedBy = cn(error && `${id}-error`, description && `${id}-help`) || undefined;
  return (
    <fieldset
      aria-describedby={describedBy}
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
    >
      <legend className={cn("mb-1 font-medium text-sm", hideLegend && "sr-only")}>{legend}</legend>
      {children}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-bad text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {description && (
        <p id={`${id}-help`} className="text-ink-2 text-sm">
          {description}
        </p>
      )}
    </fieldset>
  );
}
