import { ListSkeleton } from "@/components/campaigns/list-skeleton";

export default function Loading() {
  return <ListSkeleton label="Loading companies" />;
}
