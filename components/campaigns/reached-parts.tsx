"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState } from "@/components/shell/error-state";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { Skeleton } from "@/components/ui/skeleton";
import { NoAnswer } from "@/lib/ask";
import { type PartName, partNames } from "@/lib/campaigns/parts-view";
import { splitWords } from "./part-words";
import { PartsAnswer } from "./parts-answer";
import { partsQuery } from "./queries";

const options = partNames.map((value) => ({ value, label: splitWords[value].label }));

/** Who saw a campaign and how often. Each split is asked for when it is chosen, because a new one is charged. */
export function ReachedParts({ campaignId, name }: { campaignId: string; name: string }) {
  const [by, setBy] = useState<PartName>("frequency");
  const { data, error, refetch } = useQuery(partsQuery(campaignId, by));
  return (
    <Card title="Who saw it" description="Whole weeks, up to the last Sunday that is over.">
      <div className="flex flex-col gap-4">
        <RadioGroup
          legend="Split by"
          hideLegend
          inline
          className="print:hidden"
          value={by}
          options={options}
          onValueChange={(value) => setBy(partNames.find((one) => one === value) ?? "frequency")}
        />
        {data && <PartsAnswer key={by} answer={data} name={name} />}
        {error && !data && (
          <ErrorState
            title="This split could not be read"
            onRetry={() => void refetch()}
            id={error instanceof NoAnswer ? error.id : undefined}
          >
            {error.message}
          </ErrorState>
        )}
        {!data && !error && <Skeleton className="h-56" />}
      </div>
    </Card>
  );
}
