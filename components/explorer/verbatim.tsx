"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

interface VerbatimProps {
  label: string;
  text: string;
  copies?: boolean;
}

/** Text as it stands, in a box of its own that scrolls. */
export function Verbatim({ label, text, copies = false }: VerbatimProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <section
        aria-label={label}
        // A box that scrolls is reached by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
        className="max-h-96 w-full overflow-auto rounded-sm border bg-sunken p-3"
      >
        <pre className="text-xs leading-5">{text}</pre>
      </section>
      {copies && (
        <Button size="sm" onClick={copy} aria-label={`Copy: ${label}`}>
          <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
        </Button>
      )}
    </div>
  );
}
