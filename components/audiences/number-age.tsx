"use client";

import { useEffect, useState } from "react";
import { formatAge } from "@/lib/format/age";

/** How long ago a number was first released; counts on by itself. */
export function NumberAge({ asOf }: { asOf: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={asOf} className="whitespace-nowrap">
      {formatAge(now - Date.parse(asOf))}
    </time>
  );
}
