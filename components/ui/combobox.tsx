"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { ChevronDown } from "lucide-react";
import { cn } from "@/lib/cn";
import { ComboboxList } from "./combobox-list";
import type { ComboboxOption, ComboboxSearch } from "./combobox-option";
import { controlStyle } from "./control-style";
import { useFieldProps } from "./field-context";

interface ComboboxProps extends ComboboxSearch {
  value: ComboboxOption | null;
  onValueChange: (value: ComboboxOption | null) => void;
  disabled?: boolean;
  id?: string;
  className?: string;
}

/** One of many, found by typing. Put it in a Field. */
export function Combobox({
  items,
  value,
  onValueChange,
  onQueryChange,
  status = null,
  empty = "Nothing fits.",
  placeholder,
  disabled,
  id,
  className,
}: ComboboxProps) {
  const field = useFieldProps({ id });
  return (
    <Base.Root
      items={items}
      value={value}
      // Escape closes the list; that it would also empty the choice when closed loses work by a slip.
      onValueChange={(next, { reason }) => reason !== "escape-key" && onValueChange(next)}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      isItemEqualToValue={(a, b) => a.id === b.id}
      disabled={disabled}
      {...(onQueryChange && { filter: null, onInputValueChange: onQueryChange })}
    >
      <Base.InputGroup className={cn("relative flex items-center", className)}>
        <Base.Input {...field} placeholder={placeholder} className={cn(controlStyle, "pr-8")} />
        <Base.Trigger
          aria-label="Show choices"
          tabIndex={-1}
          className="absolute right-1 flex size-7 items-center justify-center rounded-sm text-ink-3"
        >
          <ChevronDown aria-hidden className="size-4" />
        </Base.Trigger>
      </Base.InputGroup>
      <ComboboxList status={status} empty={empty} />
    </Base.Root>
  );
}
