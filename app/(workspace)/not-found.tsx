import { NotFound } from "@/components/shell/not-found";

export default function WorkspaceNotFoundPage() {
  return <NotFound />;
}
