"use client";

import { useState } from "react";
import { PartBars } from "@/components/charts/part-bars";
import { Switch } from "@/components/ui/switch";
import type { CampaignParts } from "@/lib/campaigns/parts-view";
import { formatDays } from "@/lib/format/date";
import { atLeast, inOrder, sayPart, splitWords, wordOf } from "./part-words";

const withoutWords = {
  early: "The first parts can be told when its first Sunday is over.",
  few: "Fewer than 1,000 people have seen it so far: too few to split.",
  unopened:
    "This week's reports are used up, so this split was not counted. It comes back by itself.",
} as const;

/** One split of the people reached, or why there is none. */
export function PartsAnswer({ answer, name }: { answer: CampaignParts; name: string }) {
  const { by, parts, without, since, until, modelled } = answer;
  const [sums, setSums] = useState(false);
  if (without) return <p className="text-ink-2">{withoutWords[without]}</p>;
  const isFrequency = by === "frequency";
  const shown = isFrequency && sums ? atLeast(parts) : inOrder(by, parts);
  const { head } = splitWords[by];
  return (
    <>
      {isFrequency && <Switch label="So often or more" checked={sums} onCheckedChange={setSums} />}
      <PartBars
        label={`People reached by ${name}, by ${head.toLowerCase()}${sums ? ", so often or more" : ""}`}
        head={head}
        upright={isFrequency}
        parts={shown.map((part) => ({
          name: wordOf(by, part.value),
          share: part.share,
          said: sayPart(part),
        }))}
        note={`${formatDays(since, until)}. ${modelled ? "Computed from released numbers, not counted." : "Counted together, noisy and rounded like every number of people."}`}
      />
    </>
  );
}
