import { Skeleton } from "@/components/ui/skeleton";

const rows = ["a", "b", "c", "d", "e", "f"];

/** The shape of a page with a list. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div aria-busy="true" role="status" aria-label={label} className="flex flex-col gap-4">
      <div className="flex h-14 items-center justify-between">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="h-9 w-32" />
      </div>
      <Skeleton className="h-9 w-64" />
      <div className="flex flex-col gap-px rounded-md border">
        {rows.map((row) => (
          <div key={row} className="flex h-13 items-center gap-4 px-4">
            <Skeleton className="w-1/3" />
            <Skeleton className="w-1/6" />
            <Skeleton className="ml-auto w-1/6" />
          </div>
        ))}
      </div>
    </div>
  );
}
