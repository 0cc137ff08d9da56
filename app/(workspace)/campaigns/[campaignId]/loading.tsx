import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div aria-busy="true" role="status" aria-label="Loading the campaign">
      <Skeleton className="mb-2 h-5 w-24" />
      <Skeleton className="mb-2 h-7 w-72" />
      <Skeleton className="mb-4 h-5 w-48" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="flex flex-col gap-4">
          <Skeleton className="h-72" />
          <Skeleton className="h-56" />
        </div>
        <Skeleton className="h-96" />
      </div>
    </div>
  );
}
