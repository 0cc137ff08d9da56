"use client";

import { useEffect } from "react";
import { buttonStyle } from "@/components/ui/button-style";

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && "digest" in error ? String(error.digest) : undefined;

/** A page that broke: what is still true, a second try, an id to quote. Light, because every page carries it along. */
export function FailedPage({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const id = digestOf(error);
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-start gap-4 p-6 pt-16">
      <div>
        <h1 className="font-semibold text-lg">This page could not be shown</h1>
        <p className="mt-1 text-ink-2">
          What you saved is safe, and running campaigns keep running.
          {id && (
            <>
              {" "}
              If it stays, quote <code className="select-all">{id}</code>.
            </>
          )}
        </p>
      </div>
      <button type="button" onClick={retry} className={buttonStyle()}>
        Try again
      </button>
    </div>
  );
}
