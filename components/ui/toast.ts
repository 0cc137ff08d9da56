"use client";

export interface ToastMessage {
  readonly message: string;
  readonly kind: "plain" | "ok" | "bad";
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

type Listener = (message: ToastMessage) => void;

const waiting: ToastMessage[] = [];
let listener: Listener | null = null;

/** Says something that has happened, with an undo where there is one. Needs no provider; kept until the toaster is loaded. */
export function toast(
  message: string,
  options: { kind?: ToastMessage["kind"]; action?: ToastMessage["action"] } = {},
): void {
  const entry: ToastMessage = {
    message,
    kind: options.kind ?? "plain",
    action: options.action,
  };
  if (listener) listener(entry);
  else waiting.push(entry);
}

/** For the toaster: takes what waited, then every new one. */
export function listenToToasts(next: Listener): () => void {
  listener = next;
  for (const entry of waiting.splice(0)) next(entry);
  return () => {
    listener = null;
  };
}
