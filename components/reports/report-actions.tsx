import { Download } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";
import type { Period } from "@/lib/reports/report";
import type { ShareView } from "@/lib/reports/share";
import { csvHref } from "./addresses";
import { PrintButton } from "./print-button";
import { type ShareActions, ShareButton } from "./share-button";

interface ReportActionsProps {
  clientId: string;
  period: Period;
  /** null: the person may read reports, not share them. */
  share: (ShareActions & { readonly shares: readonly ShareView[] }) | null;
}

/** What to do with a report: a file, paper, a link. */
export function ReportActions({ clientId, period, share }: ReportActionsProps) {
  return (
    <>
      <a href={csvHref(clientId, period)} download className={buttonStyle()}>
        <Download aria-hidden />
        CSV
      </a>
      <PrintButton />
      {share && <ShareButton clientId={clientId} period={period} {...share} />}
    </>
  );
}
