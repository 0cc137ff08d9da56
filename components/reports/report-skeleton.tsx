import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a report while its numbers are read. */
export function ReportSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <span role="status" className="sr-only">
        Loading the report
      </span>
      <Skeleton className="h-9 max-w-3xl" />
      <div className="grid gap-4 md:grid-cols-3">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
      <Skeleton className="h-22" />
      <Skeleton className="h-80" />
    </div>
  );
}
