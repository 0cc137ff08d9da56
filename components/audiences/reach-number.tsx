"use client";

import { Status } from "@/components/ui/status";
import type { Panel } from "@/lib/ad-api/panel";
import type { Rules } from "@/lib/audiences/rules";
import { sayChange } from "@/lib/audiences/say-change";
import { formatAboutPeople, formatRange } from "@/lib/format/people";
import { NumberAge } from "./number-age";
import { verdictWords } from "./verdict";

/** The range, the verdict in words, out of how many, and how old the number is. */
export function ReachNumber({ panel, rules }: { panel: Panel; rules: Rules }) {
  const verdict = panel.nod_verdict && verdictWords[panel.nod_verdict];
  const { nod_of: of, nod_change: change } = panel;
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
      {verdict && (
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
          <Status tone={verdict.tone} className="font-medium text-base">
            {verdict.word}
          </Status>
          {verdict.meaning && <span className="text-ink-2 text-sm">{verdict.meaning}</span>}
        </p>
      )}
      <p className="mt-1 text-ink-2 text-sm first-letter:uppercase">
        {of?.hidden && `of fewer than ${formatAboutPeople(of.upper)} consenting people ${where}, `}
        {of && !of.hidden && `of ${formatAboutPeople(of.shown)} consenting people ${where}, `}
        <NumberAge asOf={panel.nod_as_of} />
      </p>
      {change && <p className="mt-1 text-ink-2 text-sm">{sayChange(change, panel.nod_as_of)}</p>}
    </div>
  );
}
