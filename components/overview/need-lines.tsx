import Link from "next/link";
import { Status } from "@/components/ui/status";
import type { Need } from "@/lib/reports/needs";
import type { Period } from "@/lib/reports/report";
import { needHref, needLooks } from "./need-look";

const most = 2;

/** A client's needs in a table cell: the most urgent, each a link to where it is mended, and how many more. */
export function NeedLines({ needs, period }: { needs: readonly Need[]; period: Period }) {
  if (needs.length === 0) return <span className="text-ink-3">Nothing</span>;
  return (
    <ul className="flex flex-col">
      {needs.slice(0, most).map((need) => (
        <li key={`${need.kind} ${need.campaignId}`} className="flex items-center gap-2">
          <Status tone={needLooks[need.kind].tone}>{needLooks[need.kind].word}</Status>
          <Link
            href={needHref(need, period)}
            className="inline-flex min-h-6 min-w-0 items-center underline decoration-line-strong underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11"
          >
            <span className="line-clamp-2">{need.campaign}</span>
            <span className="sr-only">: {need.fix.label}</span>
          </Link>
        </li>
      ))}
      {needs.length > most && <li className="text-ink-2">and {needs.length - most} more</li>}
    </ul>
  );
}
