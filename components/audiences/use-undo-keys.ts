import { useEffect } from "react";

const undoesItself = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "radio"
    ? target.value !== ""
    : target instanceof HTMLTextAreaElement) ||
  (target instanceof HTMLElement && target.closest('[role="dialog"] input') !== null);

/** Ctrl Z and Ctrl Shift Z (or Ctrl Y) for the rules; text that is being typed keeps its own undo. */
export function useUndoKeys(onKey: (kind: "undo" | "redo") => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if ((key !== "z" && key !== "y") || undoesItself(event.target)) return;
      event.preventDefault();
      onKey(key === "y" || event.shiftKey ? "redo" : "undo");
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [onKey]);
}
