"use client";

import "./globals.css";

/** The root layout itself failed: this page brings its own html and needs nothing of the frame. */
export default function GlobalErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Nod could not be shown</title>
        <main className="mx-auto flex max-w-md flex-col items-start gap-4 p-6 pt-24">
          <h1 className="font-semibold text-lg">Nod could not be shown</h1>
          <p className="text-ink-2">
            What you saved is safe, and running campaigns keep running. Try again in a moment.
          </p>
          <button
            type="button"
            onClick={retry}
            className="h-9 rounded-sm border border-line-strong px-3 font-medium"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
