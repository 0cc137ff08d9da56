import type { ReactNode } from "react";
import { EmptyState } from "@/components/shell/empty-state";

/** The first visit: one sentence, one action, one real example. */
export function NoAudiences({ action }: { action: ReactNode }) {
  return (
    <EmptyState
      title="No audience yet"
      action={action}
      example={
        <div className="rounded-md border bg-surface p-3">
          <p className="font-medium">Weekend riders</p>
          <p className="text-ink-2 text-sm">
            People aged 25 to 44 in India or Brazil who like Cycling or Running and Jogging, and
            also Adventure Travel, but not Gym and Health Clubs.
          </p>
        </div>
      }
    >
      An audience says whom a campaign is for; while you build it you see how many people who said
      yes fit.
    </EmptyState>
  );
}
