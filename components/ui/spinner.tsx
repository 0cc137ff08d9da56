import { LoaderCircle } from "lucide-react";
import { cn } from "@/lib/cn";

/** With a label it is announced; without one it is decoration beside words. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <span role={label ? "status" : undefined} className="inline-flex">
      <LoaderCircle aria-hidden className={cn("size-4 animate-spin", className)} />
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
