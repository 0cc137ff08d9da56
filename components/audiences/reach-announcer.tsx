"use client";

import { useEffect, useState } from "react";
import { sayRange } from "@/lib/format/people";
import type { Reach } from "./use-reach";
import { verdictWords } from "./verdict";

/** Tells a screen reader the new reach, a second after the last change. */
export function ReachAnnouncer({ reach }: { reach: Reach }) {
  const [words, setWords] = useState("");
  const { panel, isUpdating, failure } = reach;
  useEffect(() => {
    if (isUpdating || failure || !panel) return;
    const timer = setTimeout(() => {
      const verdict = panel.nod_verdict ? ` ${verdictWords[panel.nod_verdict].word}.` : "";
      setWords(`${sayRange(panel.nod_range)} people fit.${verdict}`);
    }, 1_000);
    return () => clearTimeout(timer);
  }, [panel, isUpdating, failure]);
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
