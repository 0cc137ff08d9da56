"use client";

import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";
import { FieldContext } from "./field-context";
import { FieldNotes, noteIds } from "./field-notes";

interface FieldProps {
  label: ReactNode;
  /** Help that stands whether or not there is an error. */
  description?: ReactNode;
  /** A sentence; its presence makes the control invalid. */
  error?: ReactNode;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  /** One Input, Textarea, Select, Combobox or DateField. */
  children: ReactNode;
}

export function Field({
  label,
  description,
  error,
  optional = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const notes = { id, error, description };
  const describedBy = noteIds(notes);
  return (
    <div className={cn("flex flex-col gap-1", className)}>
      <label htmlFor={id} className={cn("font-medium text-ink text-sm", hideLabel && "sr-only")}>
        {label}
        {optional && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>{children}</FieldContext>
      <FieldNotes {...notes} />
    </div>
  );
}
