import { Skeleton } from "@/components/ui/skeleton";

export function ReachSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-3">
      <span className="sr-only">Counting</span>
      <Skeleton className="h-11 w-48" />
      <Skeleton className="w-24" />
      <Skeleton className="w-64" />
      <Skeleton className="mt-3 h-24 w-full" />
    </div>
  );
}
