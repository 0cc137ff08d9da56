"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { ComboboxList } from "./combobox-list";
import type { ComboboxOption, ComboboxSearch } from "./combobox-option";
import { useFieldProps } from "./field-context";

interface ComboboxChipsProps extends ComboboxSearch {
  value: readonly ComboboxOption[];
  onValueChange: (value: readonly ComboboxOption[]) => void;
  disabled?: boolean;
  id?: string;
  /** Names the input where no Field does. */
  label?: string;
  /** Inside each chip, after its word: a small control of that choice. */
  chipExtra?: (option: ComboboxOption) => ReactNode;
  /** At the end of the box: a "Browse" button. */
  end?: ReactNode;
}

/** Several of many, found by typing; Backspace takes the last one back. */
export function ComboboxChips({
  items,
  value,
  onValueChange,
  onQueryChange,
  status = null,
  empty = "Nothing fits.",
  placeholder,
  disabled,
  id,
  label,
  chipExtra,
  end,
}: ComboboxChipsProps) {
  const field = useFieldProps({ id });
  const helpId = useId();
  return (
    <Base.Root
      multiple
      items={items}
      value={[...value]}
      // Escape closes the list; that it would also empty the choice when closed loses work by a slip.
      onValueChange={(next, { reason }) => reason !== "escape-key" && onValueChange(next)}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      isItemEqualToValue={(a, b) => a.id === b.id}
      disabled={disabled}
      {...(onQueryChange && { filter: null, onInputValueChange: onQueryChange })}
    >
      <Base.InputGroup className="flex min-h-9 items-start gap-1 rounded-sm border border-line-strong bg-surface p-1 has-aria-invalid:border-bad in-disabled:bg-sunken focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1 data-disabled:bg-sunken pointer-coarse:min-h-11">
        <Base.Chips className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {value.map((option) => (
            <Base.Chip
              key={option.id}
              aria-label={option.label}
              className="flex min-h-6.5 max-w-full items-center gap-1 rounded-sm bg-accent-soft pl-2 text-base outline-none focus-visible:outline-2 data-highlighted:outline-2 data-highlighted:outline-focus pointer-coarse:min-h-9"
            >
              <span className="truncate">{option.label}</span>
              {chipExtra?.(option)}
              <Base.ChipRemove
                aria-label={`Remove ${option.label}`}
                className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-2 in-disabled:invisible in-disabled:w-2 hover:text-ink pointer-coarse:size-9"
              >
                <X aria-hidden className="size-3.5" />
              </Base.ChipRemove>
            </Base.Chip>
          ))}
          <Base.Input
            {...field}
            aria-label={label}
            aria-describedby={field["aria-describedby"] ?? (value.length > 0 ? helpId : undefined)}
            placeholder={placeholder}
            className="h-6.5 min-w-28 flex-1 bg-transparent px-1.5 text-base outline-none in-disabled:placeholder:text-transparent pointer-coarse:h-9 pointer-coarse:text-md"
          />
        </Base.Chips>
        {end && <span className="in-disabled:hidden">{end}</span>}
      </Base.InputGroup>
      <span id={helpId} hidden>
        {value.length} chosen. Left arrow goes to them, Backspace removes the last.
      </span>
      <ComboboxList status={status} empty={empty} />
    </Base.Root>
  );
}
