"use client";

import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { EditorData } from "./editor-data";
import { cannotNarrow, relationshipWords } from "./relationship-words";
import { Section } from "./section";
import type { CampaignDraft } from "./use-campaign-draft";

interface WhoSectionProps {
  data: EditorData;
  draft: CampaignDraft;
  done: boolean;
}

/** From which company, to which audience, and whether only to people who already work with the company. */
export function WhoSection({ data: { client, audiences }, draft, done }: WhoSectionProps) {
  const { plan, change, errors } = draft;
  const audience = audiences.find(({ id }) => id === plan.audienceId);
  const company = client.companies.find(({ id }) => id === plan.companyId);
  const cannot =
    audience && company ? cannotNarrow(audience.rules, company.id, client.companies) : null;
  return (
    <Section id="who" title="Who" done={done}>
      <RadioGroup
        legend="From which company"
        error={errors.companyId}
        value={plan.companyId ?? ""}
        onValueChange={(companyId) => change({ companyId })}
        options={client.companies.map(({ id, name, relation }) => ({
          value: id,
          label: name,
          description:
            relation === "owns" ? `${client.name} owns it` : `${client.name} may use it for ads`,
        }))}
      />
      <Field
        label="Audience"
        error={errors.audienceId}
        description={audience ? audience.words : "Only saved audiences can be launched."}
      >
        <Select
          value={audience ? audience.id : ""}
          onValueChange={(audienceId) => change({ audienceId })}
          options={[
            { value: "", label: "Choose an audience" },
            ...audiences.map(({ id, name, state }) => ({
              value: id,
              label: state === "draft" ? `${name} (draft, save it first)` : name,
              disabled: state === "draft",
            })),
          ]}
        />
      </Field>
      {audiences.length === 0 && (
        <Notice
          title={`${client.name} has no saved audience yet`}
          action={
            <LinkButton size="sm" href={`/audiences?client=${client.id}`}>
              Make one
            </LinkButton>
          }
        >
          This draft stays here meanwhile.
        </Notice>
      )}
      {audience && company && (
        <div className="flex flex-col gap-3 rounded-sm bg-sunken p-3">
          <p className="text-sm">
            <span className="text-ink-2">The audience asks for: </span>
            {relationshipWords(audience.rules, client.companies)}
          </p>
          {cannot ? (
            <p className="text-sm">{cannot}</p>
          ) : (
            <Switch
              label={`Only people who already work with ${company.name}`}
              description={
                plan.onlyCompanyPeople === false
                  ? "Off: it goes to the whole audience, also to people who never heard of the company."
                  : `Goes only to people of this audience who already work with ${company.name}.`
              }
              checked={plan.onlyCompanyPeople !== false}
              onCheckedChange={(onlyCompanyPeople) => change({ onlyCompanyPeople })}
            />
          )}
        </div>
      )}
    </Section>
  );
}
