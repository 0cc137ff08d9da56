"use client";

import { useEffect } from "react";
import { ErrorState } from "@/components/shell/error-state";

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && "digest" in error ? String(error.digest) : undefined;

export default function WorkspaceErrorPage({
  error,
  retry,
}: {
  error: unknown;
  retry: () => void;
}) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="mx-auto max-w-xl pt-16">
      <ErrorState title="This page could not be shown" onRetry={retry} id={digestOf(error)}>
        What you saved is safe, and running campaigns keep running.
      </ErrorState>
    </div>
  );
}
