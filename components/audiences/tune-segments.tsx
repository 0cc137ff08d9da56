"use client";

import { ChevronRight } from "lucide-react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Box, segmentsIn, tuneSegment } from "@/lib/audiences/edit-rules";
import { nameOf } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import type { BoxProps } from "./segment-box";
import { ownFreshness, ownStrength, parseFreshness, parseStrength } from "./signal-options";

interface TuneSegmentsProps extends Pick<BoxProps, "rules" | "names" | "onEdit"> {
  box: Box;
}

/** Freshness and strength of each interest by itself, for those who need it. */
export function TuneSegments({ box, rules, names, onEdit }: TuneSegmentsProps) {
  const chosen = segmentsIn(rules, box);
  if (chosen.length === 0) return null;
  const tune = (segment: string, change: Parameters<typeof tuneSegment>[3]): void => {
    const next: Rules = tuneSegment(rules, box, segment, change);
    onEdit(next);
  };
  return (
    <details className="group text-sm">
      <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        Freshness and strength of each
      </summary>
      <ul className="mt-1 flex flex-col gap-2 border-line border-l-2 pl-3">
        {chosen.map(({ segment, withinDays, minStrength }) => {
          const name = nameOf(names.segments, segment);
          return (
            <li key={segment} className="flex flex-wrap items-center gap-2">
              <span className="min-w-32 flex-1">{name}</span>
              <Field label={`Freshness of ${name}`} hideLabel className="w-40">
                <Select
                  options={ownFreshness}
                  value={withinDays ?? ""}
                  onValueChange={(value) => tune(segment, { withinDays: parseFreshness(value) })}
                />
              </Field>
              <Field label={`Strength of ${name}`} hideLabel className="w-40">
                <Select
                  options={ownStrength}
                  value={minStrength ?? ""}
                  onValueChange={(value) => tune(segment, { minStrength: parseStrength(value) })}
                />
              </Field>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
