import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { toneSoft, toneText } from "./tone";

const looks = {
  info: { tone: "accent", Icon: Info },
  ok: { tone: "ok", Icon: CircleCheck },
  warn: { tone: "warn", Icon: TriangleAlert },
  bad: { tone: "bad", Icon: CircleAlert },
} as const;

interface NoticeProps {
  kind?: keyof typeof looks;
  title?: ReactNode;
  /** A Button or link that mends it. */
  action?: ReactNode;
  /** Announced when it appears: "status" politely, "alert" at once. */
  live?: "status" | "alert";
  className?: string;
  children?: ReactNode;
}

export function Notice({ kind = "info", title, action, live, className, children }: NoticeProps) {
  const { tone, Icon } = looks[kind];
  return (
    <div
      role={live}
      className={cn("flex items-start gap-2 rounded-sm px-3 py-2", toneSoft[tone], className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", toneText[tone])} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cn(title && "text-ink-2")}>{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
