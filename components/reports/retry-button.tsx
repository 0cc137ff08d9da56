"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Asks the server for this page again; what stands stays until the answer is there. */
export function RetryButton() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Button size="sm" busy={pending} onClick={() => startTransition(() => router.refresh())}>
      <RotateCw aria-hidden />
      Try again
    </Button>
  );
}
