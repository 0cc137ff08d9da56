"use client";

import { Status } from "@/components/ui/status";
import type { Panel } from "@/lib/ad-api/panel";
import type { Rules } from "@/lib/audiences/rules";
import { formatAboutPeople, formatRange } from "@/lib/format/people";
import { NumberAge } from "./number-age";
import { verdictWords } from "./verdict";

/** The range, the verdict in words, out of how many, and how old the number is. */
export function ReachNumber({ panel, rules }: { panel: Panel; rules: Rules }) {
  const { word, meaning, tone } = verdictWords[panel.nod_verdict];
  const placeCount = rules.countries.length + rules.regions.length;
  const where =
    placeCount === 0 ? "everywhere" : `in ${placeCount} ${placeCount === 1 ? "place" : "places"}`;
  return (
    <div>
      <p
        className={
          panel.nod_range.hidden
            ? "font-semibold text-lg first-letter:uppercase"
            : "font-semibold text-2xl"
        }
      >
        {formatRange(panel.nod_range)}
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
        <Status tone={tone} className="font-medium text-base">
          {word}
        </Status>
        {meaning && <span className="text-ink-2 text-sm">{meaning}</span>}
      </p>
      <p className="mt-1 text-ink-2 text-sm">
        {panel.nod_of.hidden
          ? `of fewer than ${formatAboutPeople(panel.nod_of.upper)} consenting people ${where}`
          : `of ${formatAboutPeople(panel.nod_of.shown)} consenting people ${where}`}
        , <NumberAge asOf={panel.nod_as_of} />
      </p>
    </div>
  );
}
