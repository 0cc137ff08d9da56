import { Status } from "@/components/ui/status";
import type { PlanPreview } from "@/lib/campaigns/preview-view";

const words = {
  too_small: "Too small to launch",
  narrow: "Narrow: delivery will be thin",
  good: "Good size",
  broad: "Very broad: the rules leave out few",
} as const;
const tones = { too_small: "bad", narrow: "warn", good: "ok", broad: "warn" } as const;

export function Verdict({ verdict }: { verdict: PlanPreview["verdict"] }) {
  if (verdict === null) return null;
  return <Status tone={tones[verdict]}>{words[verdict]}</Status>;
}
