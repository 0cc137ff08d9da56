import { LinkButton } from "@/components/ui/link-button";
import { Status } from "@/components/ui/status";
import type { Need } from "@/lib/reports/needs";
import type { Period } from "@/lib/reports/report";
import { needHref, needLooks } from "./need-look";

/** What waits for somebody at one client: what is the matter, and the button that goes to where it is mended. */
export function NeedList({ needs, period }: { needs: readonly Need[]; period: Period }) {
  if (needs.length === 0) return <p className="text-ink-2">Nothing waits for you here.</p>;
  return (
    <ul className="divide-y divide-line">
      {needs.map((need) => (
        <li
          key={`${need.kind} ${need.campaignId}`}
          className="flex flex-col items-start gap-1.5 py-3 first:pt-0 last:pb-0"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2">
              <Status tone={needLooks[need.kind].tone}>{needLooks[need.kind].word}</Status>
              <span className="font-medium">{need.campaign}</span>
            </p>
            <p className="text-ink-2 text-sm">{need.text}</p>
          </div>
          <LinkButton size="sm" href={needHref(need, period)}>
            {need.fix.label}
            <span className="sr-only">: {need.campaign}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
