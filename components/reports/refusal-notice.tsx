import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ReadRefusal } from "@/lib/reports/refusals";
import { RetryButton } from "./retry-button";

interface RefusalNoticeProps {
  refusal: ReadRefusal;
  /** The same page with its usual period. */
  standardHref: string;
}

/** Why there are no numbers, and the one thing that helps. */
export function RefusalNotice({ refusal, standardHref }: RefusalNoticeProps) {
  switch (refusal.code) {
    case "invalid":
      return (
        <Notice
          kind="warn"
          title="These days cannot be shown"
          action={
            <LinkButton size="sm" href={standardHref}>
              Show the last four weeks
            </LinkButton>
          }
        >
          {refusal.message}
        </Notice>
      );
    case "unavailable":
      return (
        <Notice kind="bad" title="The numbers could not be read" action={<RetryButton />}>
          {refusal.message}
        </Notice>
      );
    case "forbidden":
    case "not_found":
      return (
        <Notice kind="info" title="Nothing to show">
          {refusal.message}
        </Notice>
      );
  }
}
