"use client";

import { useEffect, useRef, useState } from "react";
import { Autosave, type SaveState } from "@/components/audiences/autosave";
import type { DraftPlan } from "@/lib/campaigns/campaign";
import type { OneCampaign, SaveDraft } from "./actions-type";

export interface FirstDraft {
  readonly plan: DraftPlan;
  readonly version: number;
  /** ISO 8601 */
  readonly savedAt: string;
}

const same = (a: DraftPlan, b: DraftPlan): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A draft that saves itself: what is typed, how far it is saved, and the sentences beside its fields. */
export function useCampaignDraft(campaign: OneCampaign, first: FirstDraft, save: SaveDraft) {
  const [plan, setPlan] = useState(first.plan);
  const [state, setState] = useState<SaveState<DraftPlan>>({
    kind: "saved",
    at: new Date(first.savedAt),
  });
  const [uploading, setUploading] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const saving = useRef<Autosave<DraftPlan>>(undefined);
  const newest = useRef(first.plan);

  saving.current ??= new Autosave<DraftPlan>({
    first: { content: first.plan, version: first.version, at: new Date(first.savedAt) },
    isSame: same,
    onState: setState,
    send: async ({ content, version }) => {
      const answer = await save({ ...campaign, version, plan: content });
      if (answer.ok) {
        return { kind: "saved", version: answer.value.version, at: new Date(answer.value.at) };
      }
      const { message, fields } = answer.error;
      if (!answer.theirs) return { kind: "refused", message, fields };
      const { plan: content_, version: theirs } = answer.theirs;
      return { kind: "conflict", message, theirs: { content: content_, version: theirs } };
    },
  });
  const autosave = saving.current;

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.isDirty) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("beforeunload", warn);
      void autosave.saveNow();
    };
  }, [autosave]);

  const change = (part: Partial<DraftPlan>) => {
    newest.current = { ...newest.current, ...part };
    setPlan(newest.current);
    autosave.edit(newest.current);
    const touched = Object.keys(part);
    setErrors((before) =>
      touched.some((key) => key in before)
        ? Object.fromEntries(Object.entries(before).filter(([key]) => !touched.includes(key)))
        : before,
    );
  };

  /** After a conflict: their words instead of mine. */
  const takeTheirs = () => {
    if (state.kind !== "conflict") return;
    newest.current = state.theirs.content;
    setPlan(newest.current);
    autosave.accept(state.theirs, new Date());
  };
  const keepMine = () => {
    if (state.kind === "conflict") void autosave.keepMine(state.theirs);
  };

  return {
    plan,
    change,
    state,
    errors,
    setErrors,
    /** A picture is on its way: the plan is not complete without it. */
    uploading,
    setUploading,
    autosave,
    takeTheirs,
    keepMine,
  };
}

export type CampaignDraft = ReturnType<typeof useCampaignDraft>;
