"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Milliseconds until each next look. An upload that nobody goes on with stays as it is for a day: nobody waits that long. */
const waits = [2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000];

/** Reads the page again, less and less often, while something on it is under way. */
export function LookAgain() {
  const { refresh } = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (turn: number) => {
      const ms = waits[turn];
      if (ms === undefined) return;
      timer = setTimeout(() => {
        refresh();
        wait(turn + 1);
      }, ms);
    };
    wait(0);
    return () => clearTimeout(timer);
  }, [refresh]);
  return null;
}
