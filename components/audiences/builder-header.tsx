"use client";

import { Redo2, Undo2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import type { Draft } from "@/lib/audiences/draft";
import type { AudienceView } from "@/lib/audiences/view";
import type { AudienceActions } from "./audience-actions";
import { AudienceMenu } from "./audience-menu";
import { SaveStatus } from "./save-status";
import type { Saving } from "./use-saving";

interface BuilderHeaderProps {
  audience: AudienceView;
  name: string;
  onName: (name: string) => void;
  draft: Draft;
  onStep: (kind: "undo" | "redo") => void;
  saving: Saving;
  actions: AudienceActions;
  mayEdit: boolean;
  timeZone: string;
}

const stateWords = { draft: "Draft", saved: "Saved for use", archived: "Archived" } as const;

export function BuilderHeader(props: BuilderHeaderProps) {
  const { audience, name, onName, draft, onStep, saving, actions, mayEdit, timeZone } = props;
  const { state, audienceState } = saving;
  const nameError = state.kind === "refused" ? state.fields.name : undefined;
  const isSaved = audienceState === "saved" && state.kind === "saved";
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-64 flex-1">
        <h1 className="sr-only">Audience: {name || "without a name"}</h1>
        <Field label="Name of the audience" hideLabel error={nameError}>
          <Input
            value={name}
            maxLength={120}
            readOnly={!mayEdit}
            placeholder="Name this audience"
            onValueChange={onName}
            className="-ml-2.5 h-10 max-w-xl border-transparent bg-transparent font-semibold text-lg hover:border-line-strong focus:border-line-strong focus:bg-surface [&[readonly]]:border-transparent [&[readonly]]:bg-transparent pointer-coarse:text-lg"
          />
        </Field>
        <p className="mt-1 flex flex-wrap items-center gap-3">
          <Badge tone={audienceState === "saved" ? "ok" : "neutral"}>
            {stateWords[audienceState]}
          </Badge>
          {mayEdit && <SaveStatus state={state} timeZone={timeZone} />}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {mayEdit && (
          <>
            <IconButton
              label="Undo (Ctrl Z)"
              icon={<Undo2 aria-hidden />}
              disabled={draft.past.length === 0}
              onClick={() => onStep("undo")}
            />
            <IconButton
              label="Redo (Ctrl Shift Z)"
              icon={<Redo2 aria-hidden />}
              disabled={draft.future.length === 0}
              onClick={() => onStep("redo")}
            />
          </>
        )}
        <AudienceMenu
          audience={audience}
          state={audienceState}
          actions={actions}
          mayEdit={mayEdit}
        />
        {mayEdit && isSaved && (
          <LinkButton
            variant="primary"
            href={`/campaigns/new?${new URLSearchParams({ client: audience.clientId, audience: audience.id })}`}
          >
            Use in campaign
          </LinkButton>
        )}
        {mayEdit && !isSaved && (
          <Button variant="primary" busy={saving.isFinishing} onClick={() => void saving.finish()}>
            Save audience
          </Button>
        )}
      </div>
    </header>
  );
}
