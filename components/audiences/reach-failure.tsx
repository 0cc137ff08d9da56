"use client";

import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { NoAnswer } from "@/lib/ask";

const titles: Readonly<Record<string, string>> = {
  unreachable: "You are offline, or the server is away",
  budget_spent: "This week's new estimates are used up",
  throttled: "Too many questions at once",
  unavailable: "Not counting for the moment",
  signed_out: "You are signed out",
  forbidden: "Your role shows no new estimates",
};

/** Why there is no new number, what is still true, and what to do. Nothing that was chosen is lost. */
export function ReachFailure({
  failure,
  hasOlder,
  onRetry,
}: {
  failure: NoAnswer;
  hasOlder: boolean;
  onRetry: () => void;
}) {
  const isRefusal = ["budget_spent", "forbidden"].includes(failure.code);
  return (
    <Notice
      kind={isRefusal ? "warn" : "bad"}
      live="status"
      title={titles[failure.code] ?? "The number could not be asked for"}
    >
      <p>
        {failure.message}
        {failure.code === "unavailable" && " It is asked again by itself."}
        {hasOlder && " The number above is for the rules as they were before."} Your rules are kept.
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
