"use client";

import { FailedPage } from "@/components/shell/failed-page";

export default function WorkspaceErrorPage({
  error,
  retry,
}: {
  error: unknown;
  retry: () => void;
}) {
  return <FailedPage error={error} retry={retry} />;
}
