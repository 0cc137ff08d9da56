"use client";

import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { NoAnswer } from "@/lib/ask";

const titles: Readonly<Record<string, string>> = {
  unreachable: "You are offline, or the server is away",
  budget_spent: "New estimates are used up for now",
  throttled: "Too many questions at once",
  unavailable: "Not counting for the moment",
  signed_out: "You are signed out",
  forbidden: "Your role shows no new estimates",
};

/** The number that is there while there is no new one: of these rules but not sharpened, of the rules before, or none. */
export type Older = "live" | "before" | "none";

const stands: Readonly<Record<Older, string>> = {
  live: "The number above stays: it is for these rules.",
  before: "The number above is for the rules as they were before. Your rules are kept.",
  none: "Your rules are kept.",
};

/** Why there is no new number, what is still true, and what to do. Nothing that was chosen is lost. */
export function ReachFailure({
  failure,
  older,
  onRetry,
}: {
  failure: NoAnswer;
  older: Older;
  onRetry: () => void;
}) {
  const isRefusal = ["budget_spent", "forbidden"].includes(failure.code);
  const title = titles[failure.code] ?? "The number could not be asked for";
  return (
    <Notice
      kind={isRefusal ? "warn" : "bad"}
      live="status"
      title={older === "live" ? `Not sharpened: ${lowered(title)}` : title}
    >
      <p>
        {(older !== "live" || !isRefusal) && failure.message}
        {failure.code === "unavailable" && " It is asked again by itself."} {stands[older]}
      </p>
      {failure.id && (
        <p className="text-ink-3 text-xs">
          If it stays, quote <code className="select-all">{failure.id}</code>.
        </p>
      )}
      {!isRefusal && (
        <Button size="sm" className="mt-2" onClick={onRetry}>
          <RotateCw aria-hidden />
          Try again
        </Button>
      )}
    </Notice>
  );
}

const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
