"use client";

import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";
import { Fieldset } from "./fieldset";

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
}

interface RadioGroupProps {
  legend: ReactNode;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  name?: string;
  description?: ReactNode;
  error?: ReactNode;
  hideLegend?: boolean;
  /** Side by side instead of one below the other. */
  inline?: boolean;
  className?: string;
}

export function RadioGroup({
  options,
  value,
  defaultValue,
  onValueChange,
  name,
  inline = false,
  ...group
}: RadioGroupProps) {
  const id = useId();
  return (
    <Fieldset {...group}>
      <div className={cn("flex flex-wrap gap-x-4 gap-y-1.5", !inline && "flex-col")}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "flex min-h-6 items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center",
              option.disabled && "text-ink-3",
            )}
          >
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onValueChange?.(option.value)}
              className="mt-0.5 size-4 shrink-0 pointer-coarse:mt-0"
            />
            <span className="min-w-0">
              {option.label}
              {option.description && (
                <span className="block text-ink-2 text-sm">{option.description}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
