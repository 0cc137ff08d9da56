"use client";

import { useCallback, useMemo, useReducer, useState } from "react";
import { changeDraft, openDraft } from "@/lib/audiences/draft";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import type { AudienceView } from "@/lib/audiences/view";
import type { AudienceActions } from "./audience-actions";
import { AudienceTabs } from "./audience-tabs";
import { BuilderHeader } from "./builder-header";
import { BuilderNotices } from "./builder-notices";
import { ReachAnnouncer } from "./reach-announcer";
import { ReachBar } from "./reach-bar";
import { ReachPanel } from "./reach-panel";
import type { CompanyChoice } from "./relationship-field";
import { RulesForm } from "./rules-form";
import { useNames } from "./use-names";
import { useReach } from "./use-reach";
import { useRulesInAddress } from "./use-rules-in-address";
import { useSaving } from "./use-saving";
import { useUndoKeys } from "./use-undo-keys";

interface BuilderProps {
  audience: AudienceView;
  /** Rules from the address that are not saved; null: none. */
  unsaved: Rules | null;
  names: Names;
  client: { readonly timeZone: string; readonly companies: readonly CompanyChoice[] };
  may: { readonly save: boolean; readonly estimate: boolean };
  /** Who can grant what is missing: "An owner of Northlight". */
  granter: string;
  actions: AudienceActions;
}

export function Builder({
  audience,
  unsaved,
  client,
  may,
  granter,
  actions,
  ...props
}: BuilderProps) {
  const [names, learn] = useNames(props.names);
  const [name, setName] = useState(audience.name);
  const [isFromLink, setFromLink] = useState(unsaved !== null);
  const [draft, dispatch] = useReducer(changeDraft, undefined, () =>
    unsaved ? openDraft(unsaved, audience.rules) : openDraft(audience.rules),
  );
  const { rules } = draft;
  const mayEdit = may.save && audience.state !== "archived";

  const content = useMemo(() => ({ name, rules }), [name, rules]);
  const edit = useCallback((next: Rules) => {
    setFromLink(false);
    dispatch({ kind: "edit", rules: next });
  }, []);
  const step = useCallback(
    (kind: "undo" | "redo") => {
      if (!mayEdit) return;
      setFromLink(false);
      dispatch({ kind });
    },
    [mayEdit],
  );
  useUndoKeys(step);

  const saving = useSaving({
    audience,
    content,
    actions,
    mayEdit,
    held: isFromLink,
    onLearn: learn,
    onKept: (kept) => {
      setName(kept.name);
      dispatch({ kind: "edit", rules: kept.rules });
    },
  });
  useRulesInAddress(rules, saving.state.kind === "saved");
  const reach = useReach({ clientId: audience.clientId, rules }, may.estimate);
  const fields = saving.state.kind === "refused" ? saving.state.fields : {};

  return (
    <>
      <BuilderHeader
        audience={audience}
        name={name}
        onName={(next) => {
          setFromLink(false);
          setName(next);
        }}
        draft={draft}
        onStep={step}
        saving={saving}
        actions={actions}
        mayEdit={mayEdit}
        timeZone={client.timeZone}
      />
      <AudienceTabs audience={audience} current="rules" />
      <BuilderNotices
        saving={saving}
        content={content}
        names={names}
        mayEdit={mayEdit}
        maySave={may.save}
        granter={granter}
        isFromLink={isFromLink}
        onDropLink={() => edit(audience.rules)}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22.5rem]">
        <RulesForm
          rules={rules}
          names={names}
          keeps={reach.panel?.nod_keeps ?? []}
          suggestions={reach.panel?.nod_suggestions ?? []}
          answers={reach.answers}
          companies={client.companies}
          errors={fields}
          mayEdit={mayEdit}
          onEdit={edit}
          onLearn={learn}
        />
        <div className="xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto">
          <ReachPanel
            reach={reach}
            clientId={audience.clientId}
            names={names}
            onEdit={edit}
            mayEdit={mayEdit}
            mayEstimate={may.estimate}
            granter={granter}
          />
        </div>
      </div>
      {may.estimate && <ReachBar reach={reach} />}
      <ReachAnnouncer reach={reach} />
    </>
  );
}
