"use client";

import { useState } from "react";
import { PartBars } from "@/components/charts/part-bars";
import { RadioGroup } from "@/components/ui/radio-group";
import type { CampaignParts } from "@/lib/campaigns/parts-view";
import { formatDays } from "@/lib/format/date";
import { atLeast, inOrder, sayPart, splitWords, wordOf } from "./part-words";

const withoutWords = {
  early: "The first parts can be told when its first Sunday is over.",
  few: "Fewer than 1,000 people have seen it so far: too few to split.",
  unopened:
    "This week's reports are used up, so this split was not counted. It comes back by itself.",
} as const;

const counts = [
  { value: "exactly", label: "Exactly" },
  { value: "at_least", label: "At least" },
] as const;

/** One split of the people reached, or why there is none. */
export function PartsAnswer({ answer, name }: { answer: CampaignParts; name: string }) {
  const { by, parts, without } = answer;
  const [count, setCount] = useState<string>("exactly");
  if (without) return <p className="text-ink-2">{withoutWords[without]}</p>;
  const isFrequency = by === "frequency";
  const sums = isFrequency && count === "at_least";
  const shown = sums ? atLeast(parts) : inOrder(by, parts);
  const { head } = splitWords[by];
  return (
    <>
      {isFrequency && (
        <RadioGroup
          legend="Exactly so often, or at least"
          hideLegend
          inline
          className="print:hidden"
          value={count}
          options={counts}
          onValueChange={setCount}
        />
      )}
      <PartBars
        label={`People reached by ${name}, by ${head.toLowerCase()}${sums ? ", at least" : ""}`}
        head={head}
        upright={isFrequency}
        parts={shown.map((part) => ({
          name: wordOf(by, part.value),
          share: part.share,
          said: sayPart(part),
        }))}
        note={noteOf(answer)}
      />
    </>
  );
}

const noteOf = ({ by, since, until, modelled, parts }: CampaignParts): string =>
  [
    `${formatDays(since, until)}.`,
    modelled
      ? "Computed from released numbers, not counted."
      : "Counted together, noisy and rounded like every number of people.",
    by === "placement" && "One person can be in several.",
    parts.some(({ people }) => people === null) && "Below 5,000 people only shares are said.",
  ]
    .filter(Boolean)
    .join(" ");
