import { useEffect, useState } from "react";
import { canonicalText } from "@/lib/audiences/effective-rules";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import type { AudienceView } from "@/lib/audiences/view";
import type { AudienceActions, WriteInput } from "./audience-actions";
import { Autosave, type SaveAnswer, type SaveState, type Written } from "./autosave";

export interface Content {
  readonly name: string;
  readonly rules: Rules;
}

interface SavingOptions {
  readonly audience: AudienceView;
  readonly content: Content;
  readonly actions: AudienceActions;
  readonly mayEdit: boolean;
  /** The content came with the address: it waits for an edit. */
  readonly held: boolean;
  readonly onLearn: (names: Names) => void;
  /** What was kept differs from what was typed: half chosen boxes went. */
  readonly onKept: (content: Content) => void;
}

export interface Saving {
  readonly state: SaveState<Content>;
  readonly audienceState: AudienceView["state"];
  /** Who wrote what stands in a conflict. */
  readonly theirs: AudienceView | null;
  readonly saveNow: () => Promise<void>;
  readonly finish: () => Promise<void>;
  /** "Save audience" was pressed and is not answered yet; saving by itself does not count. */
  readonly isFinishing: boolean;
  readonly keepMine: (theirs: Written<Content>) => Promise<void>;
  readonly takeTheirs: (theirs: AudienceView) => void;
}

const isSame = (a: Content, b: Content): boolean =>
  a.name.trim() === b.name.trim() && canonicalText(a.rules) === canonicalText(b.rules);

/** Keeps the draft on the server while it is edited, and tells how that goes. */
export function useSaving(options: SavingOptions): Saving {
  const { audience, content, actions, mayEdit, held, onLearn, onKept } = options;
  const [state, setState] = useState<SaveState<Content>>({ kind: "saved", at: audience.updatedAt });
  const [audienceState, setAudienceState] = useState(audience.state);
  const [theirs, setTheirs] = useState<AudienceView | null>(null);
  const [isFinishing, setFinishing] = useState(false);

  const through =
    (action: AudienceActions["saveDraft"]) =>
    async ({ content, version }: Written<Content>): Promise<SaveAnswer<Content>> => {
      const { id: audienceId, clientId } = audience;
      const input: WriteInput = { audienceId, clientId, version, ...content };
      const result = await action(input);
      if (result.ok) {
        setAudienceState(result.value.state);
        return savedAnswer(result.value, content);
      }
      const { theirs, names } = result.error;
      if (names) onLearn(names);
      if (!theirs) return { kind: "refused", ...result.error };
      setTheirs(theirs);
      const written = { content: contentOf(theirs), version: theirs.version };
      return { kind: "conflict", message: result.error.message, theirs: written };
    };

  const [autosave] = useState(
    () =>
      new Autosave<Content>({
        first: { content: contentOf(audience), version: audience.version, at: audience.updatedAt },
        send: through(actions.saveDraft),
        isSame,
        onState: setState,
      }),
  );

  useEffect(() => {
    if (mayEdit) autosave.edit(content, { hold: held });
  }, [autosave, content, held, mayEdit]);
  useSaveOnLeaving(autosave);

  return {
    state,
    audienceState,
    theirs,
    saveNow: () => autosave.saveNow(),
    isFinishing,
    finish: async () => {
      setFinishing(true);
      try {
        // The draft first: what was typed is kept even when it is not ready for use.
        await autosave.saveNow();
        const answer = await autosave.saveWith(through(actions.saveAudience));
        if (answer?.kind === "saved" && answer.content) onKept(answer.content);
        if (answer?.kind === "refused") requestAnimationFrame(goToFirstError);
      } finally {
        setFinishing(false);
      }
    },
    keepMine: (written) => autosave.keepMine(written),
    takeTheirs: (view) => {
      setAudienceState(view.state);
      autosave.accept({ content: contentOf(view), version: view.version }, view.updatedAt);
      onKept(contentOf(view));
    },
  };
}

const goToFirstError = () => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();

const contentOf = ({ name, rules }: AudienceView): Content => ({ name, rules });

function savedAnswer(kept: AudienceView, sent: Content): SaveAnswer<Content> {
  const answer = { kind: "saved", version: kept.version, at: kept.updatedAt } as const;
  return isSame(contentOf(kept), sent) ? answer : { ...answer, content: contentOf(kept) };
}

/** Writes what is unsaved when the page is left or hidden, tries again when the network is back, and asks before it is lost. */
function useSaveOnLeaving(autosave: Autosave<Content>): void {
  useEffect(() => {
    const save = () => void autosave.saveNow();
    const hide = () => document.visibilityState === "hidden" && save();
    const leave = (event: BeforeUnloadEvent) => {
      if (autosave.isDirty) event.preventDefault();
    };
    window.addEventListener("online", save);
    window.addEventListener("beforeunload", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("online", save);
      window.removeEventListener("beforeunload", leave);
      document.removeEventListener("visibilitychange", hide);
      autosave.stop();
      save();
    };
  }, [autosave]);
}
