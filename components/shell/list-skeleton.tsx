import { Skeleton } from "@/components/ui/skeleton";
import { PageHeader } from "./page-header";

const rows = ["a", "b", "c", "d", "e", "f"];

/** A page with a table, before its rows are there. */
export function ListSkeleton({ title }: { title: string }) {
  return (
    <div aria-busy>
      <PageHeader title={title} description="Loading" />
      <div className="flex flex-col gap-3 rounded-md border bg-surface p-4">
        {rows.map((row) => (
          <Skeleton key={row} className="h-6 w-full" />
        ))}
      </div>
    </div>
  );
}
