import { canonicalText } from "./effective-rules";
import type { Rules } from "./rules";

/** The rules as they stand, with the way back and forth. */
export interface Draft {
  readonly rules: Rules;
  readonly past: readonly Rules[];
  readonly future: readonly Rules[];
}

export type DraftChange =
  | { readonly kind: "edit"; readonly rules: Rules }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

const longestPast = 100;

/** `before`: what undo goes back to at once, when the page opens with rules that are not saved yet. */
export const openDraft = (rules: Rules, before?: Rules): Draft => ({
  rules,
  past: before ? [before] : [],
  future: [],
});

/** An edit that changes nothing is no step; a new edit forgets what was undone. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  const { rules, past, future } = draft;
  switch (change.kind) {
    case "edit":
      if (canonicalText(rules) === canonicalText(change.rules)) return draft;
      return { rules: change.rules, past: [...past, rules].slice(-longestPast), future: [] };
    case "undo": {
      const before = past.at(-1);
      if (!before) return draft;
      return { rules: before, past: past.slice(0, -1), future: [rules, ...future] };
    }
    case "redo": {
      const [next, ...later] = future;
      if (!next) return draft;
      return { rules: next, past: [...past, rules], future: later };
    }
  }
}
