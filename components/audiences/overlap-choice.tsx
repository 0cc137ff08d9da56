"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { mostCompared } from "@/lib/audiences/most-compared";
import type { ComparedAudience } from "./overlap-view";

interface OverlapChoiceProps {
  audience: ComparedAudience;
  others: readonly ComparedAudience[];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** Which other audiences of the client to compare with; at most five. */
export function OverlapChoice({ audience, others, chosen, onChoose }: OverlapChoiceProps) {
  const isFull = chosen.length >= mostCompared - 1;
  return (
    <Fieldset legend={`Compare ${audience.name || "this audience"} with`}>
      <div className="flex max-h-96 flex-col gap-1.5 overflow-y-auto">
        {others.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name || "Without a name"}
            checked={chosen.includes(id)}
            disabled={isFull && !chosen.includes(id)}
            onCheckedChange={(isChosen) =>
              onChoose(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
      {isFull && (
        <p className="mt-2 text-ink-2 text-sm">
          Six at once are as many as can be read. Leave one out to choose another.
        </p>
      )}
    </Fieldset>
  );
}
