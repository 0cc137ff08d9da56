import { cn } from "@/lib/cn";

/** Give it the height of what it stands for. It appears only after 200 ms; the parent says aria-busy. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("appear-late block h-4 rounded-sm bg-line", className)} />;
}
