import { cn } from "@/lib/cn";

/** The place of a drawing while it is loaded: its height, and nothing that looks like a number. */
export function ChartSkeleton({ height, failed = false }: { height: number; failed?: boolean }) {
  return (
    <div
      // The height is the drawing's own.
      style={{ height }}
      className={cn(
        "flex items-center justify-center rounded-sm text-ink-2 text-sm",
        !failed && "appear-late bg-sunken",
      )}
    >
      {failed && "The drawing could not be loaded. Its numbers are in the table."}
    </div>
  );
}
