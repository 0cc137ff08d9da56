"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { cn } from "@/lib/cn";
import type { ComboboxOption } from "./combobox-option";
import { floatingStyle, menuItemStyle } from "./overlay-style";

/** The list that both comboboxes open. */
export function ComboboxList({ status, empty }: { status: string | null; empty: string }) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-50">
        <Base.Popup
          className={cn(
            floatingStyle,
            "w-(--anchor-width) min-w-64 max-w-(--available-width) overflow-hidden",
          )}
        >
          <Base.Status>
            {status && <div className="px-3 pt-2 text-ink-2 text-sm">{status}</div>}
          </Base.Status>
          <Base.Empty>
            {!status && <div className="px-3 py-2 text-ink-2 text-sm">{empty}</div>}
          </Base.Empty>
          <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
            {(option: ComboboxOption) => (
              <Base.Item
                key={option.id}
                value={option}
                disabled={option.disabled}
                className={menuItemStyle}
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{option.label}</span>
                  {option.detail && (
                    <span className="block truncate text-ink-2 text-xs">{option.detail}</span>
                  )}
                </span>
                <Base.ItemIndicator>
                  <Check aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
