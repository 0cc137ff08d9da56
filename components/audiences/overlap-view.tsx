"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { Notice } from "@/components/ui/notice";
import { NoAnswer } from "@/lib/ask";
import { mostCompared } from "@/lib/audiences/most-compared";
import { cn } from "@/lib/cn";
import { OverlapAnswer } from "./overlap-answer";
import { OverlapChoice } from "./overlap-choice";
import { OverlapFailure } from "./overlap-failure";
import { overlapQuery } from "./queries";
import { ReachSkeleton } from "./reach-skeleton";

export interface ComparedAudience {
  readonly id: string;
  readonly name: string;
}

interface OverlapViewProps {
  clientId: string;
  audience: ComparedAudience;
  /** The client's other audiences, last changed first. */
  others: readonly ComparedAudience[];
  mayEstimate: boolean;
  granter: string;
}

const withParam = parseAsArrayOf(parseAsString).withDefault([]);

/** How an audience overlaps others of the same client. Which ones stands in the address. */
export function OverlapView({ clientId, audience, others, ...may }: OverlapViewProps) {
  const [chosen, setChosen] = useQueryState("with", withParam);
  const compared = [
    audience,
    ...others.filter(({ id }) => chosen.includes(id)).slice(0, mostCompared - 1),
  ];
  const ids = compared.map(({ id }) => id);
  const query = useQuery({
    ...overlapQuery(clientId, ids),
    enabled: may.mayEstimate && ids.length > 1,
  });
  if (!may.mayEstimate) {
    return <Notice title="Your role cannot ask for estimates">{may.granter} can grant it.</Notice>;
  }
  // An answer to another choice would be drawn under the wrong names.
  const answer = ids.length > 1 && !query.isPlaceholderData ? query.data : undefined;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <OverlapChoice
        audience={audience}
        others={others}
        chosen={ids.slice(1)}
        onChoose={(next) => void setChosen(next.length > 0 ? [...next] : null)}
      />
      <section
        aria-label="Overlap"
        aria-busy={query.isFetching}
        className={cn("min-w-0 rounded-md border bg-surface p-4", query.isFetching && "min-h-64")}
      >
        {ids.length < 2 && (
          <p className="text-ink-2">
            Choose one to five other audiences. Comparing them is one new estimate; the same choice
            is free for the rest of the week.
          </p>
        )}
        {query.isFetching && !answer && <ReachSkeleton />}
        {query.error && !query.isFetching && (
          <OverlapFailure
            failure={query.error instanceof NoAnswer ? query.error : null}
            onRetry={() => void query.refetch()}
          />
        )}
        {answer && !query.error && (
          <OverlapAnswer
            overlap={answer}
            names={compared.map(({ name }) => name || "Without a name")}
          />
        )}
      </section>
    </div>
  );
}
