export type Tone = "neutral" | "accent" | "ok" | "warn" | "bad";

export const toneText: Record<Tone, string> = {
  neutral: "text-ink-2",
  accent: "text-accent",
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
};

export const toneSoft: Record<Tone, string> = {
  neutral: "bg-sunken",
  accent: "bg-accent-soft",
  ok: "bg-ok-soft",
  warn: "bg-warn-soft",
  bad: "bg-bad-soft",
};
