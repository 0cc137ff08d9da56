"use client";

import { useEffect, useState } from "react";
import { sayWeek } from "@/lib/audiences/answer-week";

/** The week whose answer a number is. A page that stays open over Sunday night says so. */
export function NumberAge({ asOf }: { asOf: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={asOf} className="whitespace-nowrap">
      {sayWeek(asOf, now)}
    </time>
  );
}
