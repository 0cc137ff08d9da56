import { Circle, CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { type Tone, toneText } from "./tone";

const icons = {
  neutral: Circle,
  accent: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

/** A state as icon, word and colour; `icon` replaces the tone's own. */
export function Status({
  tone = "neutral",
  icon,
  className,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 whitespace-nowrap text-sm [&_svg]:size-3.5 [&_svg]:shrink-0",
        toneText[tone],
        className,
      )}
    >
      {icon ?? <Icon aria-hidden />}
      {children}
    </span>
  );
}
