const storageKey = "nod-single-key-shortcuts";

/** Single-key shortcuts disturb people who dictate: they can be turned off, on this browser. */
export const singleKeysAreOn = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
};

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    // Storage is blocked: the choice holds for nothing, and the default stays.
  }
}

/** True while the key belongs to a field or an open dialog. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !== null;

type FrameKey = { readonly opens: "palette" | "shortcuts" } | { readonly letter: string };

/** What a key means to the frame; null: it is not the frame's. */
export function frameKey(event: KeyboardEvent): FrameKey | null {
  const withControl = event.ctrlKey || event.metaKey;
  if (withControl) return event.key.toLowerCase() === "k" ? { opens: "palette" } : null;
  if (event.altKey || isTyping(event.target) || !singleKeysAreOn()) return null;
  return event.key === "?" ? { opens: "shortcuts" } : { letter: event.key };
}

export const shortcutList: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: "Ctrl K or Cmd K", does: "Go anywhere, do anything" },
  { keys: "?", does: "This list" },
  {
    keys: "g then o, a, c, m, r, s",
    does: "Overview, audiences, companies, campaigns, reports, settings",
  },
  { keys: "Ctrl Z or Cmd Z", does: "Undo, in the audience builder" },
  { keys: "Ctrl Shift Z or Cmd Shift Z", does: "Redo, in the audience builder" },
];
