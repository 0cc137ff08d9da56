"use client";

import { Rocket } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { refuse } from "@/lib/result";
import type { Launch, OneCampaign } from "./actions-type";
import { placeOfFirst } from "./plan-parts";
import type { CampaignDraft } from "./use-campaign-draft";

interface LaunchButtonProps {
  campaign: OneCampaign;
  draft: CampaignDraft;
  /** What stands in the way, by field; none: it can be launched. */
  problems: Readonly<Record<string, string>>;
  /** "Launch to 330K–345K people, up to EUR 24,000, 1–30 Sep 2026?" */
  question: string;
  /** "Only to people who already work with Lakeside, in Lakeside's name." */
  consequence: string;
  launch: Launch;
}

/** Asks once, naming the consequence; then launches what was read. */
export function LaunchButton({
  campaign,
  draft,
  problems,
  question,
  consequence,
  launch,
}: LaunchButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const show = (fields: Readonly<Record<string, string>>) => {
    draft.setErrors(fields);
    requestAnimationFrame(() => goTo(placeOfFirst(fields)));
  };

  const press = () => {
    setRefusal(null);
    if (Object.keys(problems).length > 0) show(problems);
    else setOpen(true);
  };

  const confirm = async () => {
    setBusy(true);
    await draft.autosave.saveNow();
    const result = draft.autosave.isDirty
      ? notSaved
      : await launch({ ...campaign, version: draft.autosave.version }).catch(() => unreachable);
    setBusy(false);
    setOpen(false);
    if (result.ok) {
      toast("Launched. The ad network looks at it now.", { kind: "ok" });
    } else {
      setRefusal(result.error.message);
      show(result.error.fields ?? {});
    }
    router.refresh();
  };

  return (
    <div className="flex flex-col gap-2">
      <Button variant="primary" onClick={press} className="w-full">
        <Rocket aria-hidden />
        Launch…
      </Button>
      {refusal && (
        <Notice kind="bad" live="alert" title="Not launched">
          {refusal}
        </Notice>
      )}
      <AlertDialog
        open={open}
        onOpenChange={(next) => !busy && setOpen(next)}
        title={question}
        description={consequence}
        confirm="Launch"
        cancel="Not yet"
        busy={busy}
        onConfirm={() => void confirm()}
      />
    </div>
  );
}

const notSaved = refuse(
  "not_saved",
  "The newest words are not saved yet, so nothing was launched. Look at the line above the form.",
);
const unreachable = refuse(
  "unreachable",
  "The server cannot be reached. Whether it was launched shows when it can be again; launching twice launches once.",
);

/** To the first field that has a sentence beside it, or to its part of the form. */
function goTo(place: string | null): void {
  const part = place === null ? null : document.getElementById(place);
  const field =
    part?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    part?.querySelector<HTMLElement>("input:not([tabindex='-1']), select, textarea");
  field?.focus({ preventScroll: true });
  (field ?? part)?.scrollIntoView({ block: "center" });
}
