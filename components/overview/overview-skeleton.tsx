import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the page while its numbers are read. */
export function OverviewSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      <span role="status" className="sr-only">
        Loading
      </span>
      <Skeleton className="h-22" />
      <Skeleton className="h-80" />
      <Skeleton className="h-48" />
    </div>
  );
}
