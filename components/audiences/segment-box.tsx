"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ComboboxChips } from "@/components/ui/combobox-chips";
import { Field } from "@/components/ui/field";
import type { Suggestion } from "@/lib/ad-api/panel";
import type { NoAnswer } from "@/lib/ask";
import { type Box, chooseSegments, segmentsIn } from "@/lib/audiences/edit-rules";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import { BrowseSegments } from "./browse-segments";
import { segmentSearchQuery } from "./queries";
import { chipOption, segmentOption } from "./segment-options";
import { SuggestedSegments } from "./suggested-segments";
import { TuneSegments } from "./tune-segments";
import { useDebounced } from "./use-debounced";

export interface BoxProps {
  rules: Rules;
  names: Names;
  onEdit: (rules: Rules) => void;
  /** Segments whose names the builder has learned. */
  onLearn: (segments: Readonly<Record<string, string>>) => void;
}

interface SegmentBoxProps extends BoxProps {
  box: Box;
  label: string;
  /** What the box keeps, at the right of its label. */
  keeps: string | null;
  placeholder: string;
  /** Interests that would let more people in. */
  suggestions?: readonly Suggestion[];
  /** At the end of the heading: a way to remove the box. */
  action?: ReactNode;
}

/** One box: any of these segments, found by typing or browsing. */
export function SegmentBox({
  box,
  label,
  keeps,
  placeholder,
  suggestions = [],
  action,
  rules,
  names,
  onEdit,
  onLearn,
}: SegmentBoxProps) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query.trim(), 120);
  const found = useQuery(segmentSearchQuery(settled));
  const chosen = segmentsIn(rules, box);
  const items = settled ? (found.data ?? []).map(segmentOption) : [];

  const choose = (options: readonly { id: string; label: string }[]) => {
    const known = new Set(chosen.map(({ segment }) => segment));
    const added = options.filter(({ id }) => !known.has(id));
    onLearn(Object.fromEntries(added.map((option) => [option.id, option.label])));
    onEdit(
      chooseSegments(
        rules,
        box,
        options.map(({ id }) => id),
      ),
    );
  };

  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-end gap-2">
        <Field
          label={
            <>
              {label}
              {keeps && <span className="float-right font-normal text-ink-2">{keeps}</span>}
            </>
          }
          className="min-w-0 flex-1"
        >
          <ComboboxChips
            items={items}
            value={chosen.map((rule) => chipOption(rule, names))}
            onValueChange={choose}
            onQueryChange={setQuery}
            status={searchStatus(settled, found.isFetching, found.error)}
            empty="No interest is called that. Browse to see them all."
            placeholder={placeholder}
            end={
              <BrowseSegments
                label={label}
                chosen={chosen.map(({ segment }) => segment)}
                onChoose={choose}
              />
            }
          />
        </Field>
        {action}
      </div>
      <SuggestedSegments
        suggestions={suggestions}
        onAdd={({ id, name }) =>
          choose([...chosen.map((rule) => chipOption(rule, names)), { id, label: name }])
        }
      />
      <TuneSegments box={box} rules={rules} names={names} onEdit={onEdit} />
    </div>
  );
}

function searchStatus(query: string, isFetching: boolean, error: Error | NoAnswer | null) {
  if (!query) return "Type a few letters of an interest.";
  if (isFetching) return "Searching";
  return error ? error.message : null;
}
