"use client";

import { useEffect } from "react";
import { ErrorState } from "@/components/shell/error-state";

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && "digest" in error ? String(error.digest) : undefined;

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className="mx-auto max-w-xl p-6 pt-24">
      <ErrorState title="This page could not be shown" onRetry={retry} id={digestOf(error)}>
        What you saved is safe, and running campaigns keep running.
      </ErrorState>
    </main>
  );
}
