import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Panel } from "@/lib/ad-api/panel";
import { NoAnswer } from "@/lib/ask";
import { askTheSame } from "@/lib/audiences/effective-rules";
import type { Rules } from "@/lib/audiences/rules";
import { type Question, reachQuery } from "./queries";
import { useDebounced } from "./use-debounced";

export interface Reach {
  /** The newest answer there is; null before the first. */
  readonly panel: Panel | null;
  /** The rules that the panel answers. */
  readonly answers: Rules | null;
  /** The panel does not answer the rules as they stand yet. */
  readonly isUpdating: boolean;
  readonly failure: NoAnswer | null;
  /** What failed was one step more exact: the panel answers the rules as they stand. */
  readonly keepsLive: boolean;
  readonly retry: () => void;
  /** Asks for one step more exact; null: there is none to ask for, or the budget is spent. */
  readonly sharpen: (() => void) | null;
}

/** The reach of the rules as they stand. An answer to older rules is only ever shown as "updating". */
export function useReach({ clientId, rules }: Question, enabled: boolean): Reach {
  const asked = useDebounced(rules, 80);
  const [sharpened, setSharpened] = useState<Rules | null>(null);
  const precision = sharpened && askTheSame(sharpened, asked) ? "sharp" : "live";
  const query = useQuery({ ...reachQuery({ clientId, rules: asked, precision }), enabled });
  const [last, setLast] = useState<{ panel: Panel; answers: Rules } | null>(null);
  if (query.data && !query.isPlaceholderData && last?.panel !== query.data) {
    setLast({ panel: query.data, answers: asked });
  }
  const isAsked = askTheSame(asked, rules);
  const isUpdating = !isAsked || query.isFetching || query.isPlaceholderData;
  const panel = last?.panel ?? null;
  const maySharpen = enabled && precision === "live" && canSharpen(panel);
  const failed = isAsked && query.isError && (isAway(query.error) || !query.isFetching);
  return {
    panel,
    answers: last?.answers ?? null,
    isUpdating: enabled && (!failed || query.isFetching) && isUpdating,
    failure: failed ? toNoAnswer(query.error) : null,
    keepsLive: failed && answersThese(last, asked),
    retry: () => void query.refetch(),
    sharpen: maySharpen ? () => setSharpened(rules) : null,
  };
}

/** What is asked again by itself keeps saying why there is no number meanwhile. */
const isAway = (error: Error): boolean => error instanceof NoAnswer && error.code === "unavailable";

const canSharpen = (panel: Panel | null): boolean =>
  panel?.nod_can_sharpen === true && !panel.nod_budget.spent;

const answersThese = (last: { answers: Rules } | null, rules: Rules): boolean =>
  last !== null && askTheSame(last.answers, rules);

const toNoAnswer = (error: Error): NoAnswer =>
  error instanceof NoAnswer ? error : new NoAnswer("failed", "The number could not be asked for.");
