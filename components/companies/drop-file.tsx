"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { cn } from "@/lib/cn";

interface DropFileProps {
  /** Why the file before this one could not be read. */
  problem: string | null;
  busy: boolean;
  onChoose: (file: File) => void;
}

/** Takes a file that is dropped or chosen. */
export function DropFile({ problem, busy, onChoose }: DropFileProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file && !busy) onChoose(file);
    if (input.current) input.current.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Notice kind="bad" live="alert" title="This file cannot be used">
          {problem}
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button beside it does the same for everybody. */}
      <div
        data-testid="drop"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-col items-center gap-3 rounded-md border border-line-strong border-dashed px-4 py-8 text-center",
          over && "border-accent bg-accent-soft",
        )}
      >
        <FileUp aria-hidden className="size-6 text-ink-3" />
        <p className="text-ink-2">
          Drop a CSV file here, with an email address or a phone number in each row.
        </p>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-label="Customer list file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => take(event.target.files?.[0])}
        />
        <Button busy={busy} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
      </div>
      <p className="text-ink-2 text-sm">
        The file is read and hashed in this browser. Addresses and numbers never leave it. A list
        has at least 1,000 rows.
      </p>
    </div>
  );
}
