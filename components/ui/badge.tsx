import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { type Tone, toneSoft, toneText } from "./tone";

/** A short word on a soft ground; a state that matters is a Status with its icon. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 text-xs [&_svg]:size-3",
        toneSoft[tone],
        toneText[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
