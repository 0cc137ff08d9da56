"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Suggestion } from "@/lib/ad-api/panel";
import { addMust, maxMusts, removeMust } from "@/lib/audiences/edit-rules";
import { type BoxProps, SegmentBox } from "./segment-box";

interface MustBoxesProps extends BoxProps {
  /** What the box at this place keeps. */
  keepsOf: (index: number) => string | null;
  suggestionsOf: (index: number) => readonly Suggestion[];
}

/** Boxes that all have to hold, each any of its own. */
export function MustBoxes({ keepsOf, suggestionsOf, ...box }: MustBoxesProps) {
  const { rules, onEdit } = box;
  return (
    <div className="flex flex-col gap-3">
      {rules.must.map((_, index) => (
        <SegmentBox
          // Boxes have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are told apart by their order only.
          key={index}
          {...box}
          box={`must.${index}`}
          label={index === 0 ? "And must also like" : "And also"}
          keeps={keepsOf(index)}
          suggestions={suggestionsOf(index)}
          placeholder="Type an interest"
          action={
            <IconButton
              label={`Remove this box, ${index + 1} of ${rules.must.length}`}
              icon={<X aria-hidden />}
              onClick={() => onEdit(removeMust(rules, index))}
            />
          }
        />
      ))}
      <Button
        variant="quiet"
        size="sm"
        className="-ml-2 self-start"
        disabled={rules.must.length >= maxMusts}
        onClick={() => onEdit(addMust(rules))}
      >
        <Plus aria-hidden />
        {rules.must.length === 0 ? "And must also like" : "And also"}
      </Button>
    </div>
  );
}
