"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ErrorState } from "@/components/shell/error-state";
import { Spinner } from "@/components/ui/spinner";
import type { Result } from "@/lib/result";

interface NewCampaignProps {
  from: { clientId: string; audienceId: string | null; companyId: string | null };
  create: (input: NewCampaignProps["from"]) => Promise<Result<{ campaignId: string }>>;
}

/** Makes the draft and goes to it. It is made here and not while the page is drawn, so that looking ahead at a link makes nothing. */
export function NewCampaign({ from, create }: NewCampaignProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const begun = useRef(false);

  const begin = async () => {
    setProblem(null);
    const made = await create(from).catch(() => null);
    if (made?.ok) router.replace(`/campaigns/${made.value.campaignId}?client=${from.clientId}`);
    else setProblem(made?.error.message ?? "The server cannot be reached.");
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  });

  if (problem) {
    return (
      <ErrorState title="The draft could not be made" onRetry={() => void begin()}>
        {problem}
      </ErrorState>
    );
  }
  return (
    <p className="flex items-center gap-2 text-ink-2" role="status">
      <Spinner />
      Making a draft
    </p>
  );
}
