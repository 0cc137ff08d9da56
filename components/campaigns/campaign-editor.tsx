"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "@/components/shell/page-header";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { DoToCampaign, Launch, OneCampaign, SaveDraft } from "./actions-type";
import { ArchiveButton } from "./archive-button";
import { ConflictNotice } from "./conflict-notice";
import { DraftAd } from "./draft-ad";
import type { EditorData } from "./editor-data";
import { LaunchButton } from "./launch-button";
import { launchWords } from "./launch-words";
import { MessageSection } from "./message-section";
import { PlanBar } from "./plan-bar";
import { doneParts } from "./plan-parts";
import { planProblems } from "./plan-problems";
import { PlanReview } from "./plan-review";
import { PlanSummary, questionOf } from "./plan-summary";
import { previewQuery } from "./queries";
import { RulesSection } from "./rules-section";
import { SaveLine } from "./save-line";
import { settingsOf } from "./settings-of";
import { type FirstDraft, useCampaignDraft } from "./use-campaign-draft";
import { WhenSection } from "./when-section";
import { WhoSection } from "./who-section";

interface CampaignEditorProps {
  campaignId: string;
  data: EditorData;
  first: FirstDraft;
  /** Why the person may not launch; null: they may. */
  mayNotLaunch: string | null;
  back: { readonly href: string; readonly label: string };
  actions: { saveDraft: SaveDraft; launch: Launch; archive: DoToCampaign };
}

/** A draft: four parts, what they come to, and the ad as people will see it. */
export function CampaignEditor({
  campaignId,
  data,
  first,
  mayNotLaunch,
  back,
  actions,
}: CampaignEditorProps) {
  const campaign: OneCampaign = { campaignId, clientId: data.client.id };
  const draft = useCampaignDraft(campaign, first, actions.saveDraft);
  const { plan, change, state, errors } = draft;
  const { data: preview } = useQuery(previewQuery(questionOf(data.client.id, plan)));
  const problems = {
    ...planProblems(plan, data, preview),
    ...(draft.uploading && { imageHash: "The picture is still on its way." }),
  };
  const done = doneParts(problems);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={plan.name?.trim() || "Untitled campaign"}
        description={<SaveLine state={state} timeZone={data.client.timeZone} />}
        back={back}
        actions={<ArchiveButton campaign={campaign} archive={actions.archive} running={false} />}
      />
      {state.kind === "conflict" && (
        <ConflictNotice
          message={state.message}
          onTheirs={draft.takeTheirs}
          onMine={draft.keepMine}
        />
      )}
      {!data.today && (
        <Notice kind="warn" title="The ad network does not answer">
          The plan can be written and is saved; it can be launched once the network answers again.
        </Notice>
      )}
      <PlanBar clientId={data.client.id} plan={plan} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <div id="name">
            <Field label="Name" error={errors.name}>
              <Input
                value={plan.name ?? ""}
                autoComplete="off"
                placeholder="What you and the agency call it"
                onValueChange={(name) => change({ name })}
              />
            </Field>
          </div>
          <WhoSection data={data} draft={draft} done={done.who} />
          <WhenSection data={data} draft={draft} done={done.when} />
          <MessageSection campaignId={campaignId} draft={draft} done={done.message} />
          <RulesSection draft={draft} done={done.rules} />
          <PlanReview
            title="Review"
            description="Everything that will be launched. Bold: chosen by you."
            settings={settingsOf(plan, data)}
          />
        </div>
        <div id="summary" className="flex flex-col gap-4 lg:sticky lg:top-4">
          <PlanSummary data={data} draft={draft} problems={problems}>
            {mayNotLaunch ? (
              <Notice title="You can prepare it, not launch it">{mayNotLaunch}</Notice>
            ) : (
              <LaunchButton
                campaign={campaign}
                draft={draft}
                problems={problems}
                launch={actions.launch}
                {...launchWords(plan, data, preview)}
              />
            )}
          </PlanSummary>
          <DraftAd plan={plan} data={data} />
        </div>
      </div>
    </div>
  );
}
