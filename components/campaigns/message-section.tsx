"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { callToActionWords } from "@/lib/campaigns/words";
import { PictureField } from "./picture-field";
import { Section } from "./section";
import type { CampaignDraft } from "./use-campaign-draft";

const buttons = Object.entries(callToActionWords).map(([value, label]) => ({ value, label }));
const buttonOf = (value: string) =>
  (Object.keys(callToActionWords) as (keyof typeof callToActionWords)[]).find(
    (key) => key === value,
  );

const left = (text: string | undefined, most: number): string => {
  const count = most - (text ?? "").length;
  return count >= 0 ? `${count} characters left` : `${-count} characters too many`;
};

interface MessageSectionProps {
  campaignId: string;
  draft: CampaignDraft;
  done: boolean;
}

/** What people read and see. */
export function MessageSection({ campaignId, draft, done }: MessageSectionProps) {
  const { plan, change, errors } = draft;
  return (
    <Section id="message" title="Message" done={done}>
      <PictureField
        campaignId={campaignId}
        imageUrl={plan.imageUrl ?? null}
        error={errors.imageHash}
        onChange={change}
        busy={draft.uploading}
        onBusy={draft.setUploading}
      />
      <Field label="Headline" error={errors.headline} description={left(plan.headline, 60)}>
        <Input
          value={plan.headline ?? ""}
          onValueChange={(headline) => change({ headline })}
          autoComplete="off"
        />
      </Field>
      <Field label="Text" error={errors.message} description={left(plan.message, 500)}>
        <Textarea
          rows={4}
          value={plan.message ?? ""}
          onValueChange={(message) => change({ message })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field label="Link" error={errors.link} description="Starts with https://">
          <Input
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            value={plan.link ?? ""}
            onValueChange={(link) => change({ link })}
          />
        </Field>
        <Field label="Button" error={errors.callToAction}>
          <Select
            value={plan.callToAction ?? "LEARN_MORE"}
            options={buttons}
            onValueChange={(value) => change({ callToAction: buttonOf(value) })}
          />
        </Field>
      </div>
    </Section>
  );
}
