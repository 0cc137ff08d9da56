"use client";

import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";
import { FieldNotes, noteIds } from "./field-notes";

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
  const notes = { id, error, description };
  const describedBy = noteIds(notes);
  return (
    <fieldset
      aria-describedby={describedBy}
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
    >
      <legend className={cn("mb-1 font-medium text-sm", hideLegend && "sr-only")}>{legend}</legend>
      {children}
      <FieldNotes {...notes} />
    </fieldset>
  );
}
