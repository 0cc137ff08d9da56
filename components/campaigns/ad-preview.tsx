"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Rules } from "@/lib/audiences/rules";
import { PhoneAd, type ShownAd } from "./phone-ad";

const placements = [
  { value: "messenger", label: "Messenger" },
  { value: "social", label: "Social" },
  { value: "photos", label: "Photos" },
] as const;
type Placement = (typeof placements)[number]["value"];

interface AdPreviewProps {
  ad: ShownAd;
  /** The audience's placements; none: all of them. */
  placements: Rules["placements"];
}

/** The ad as people see it, placement by placement, with why they see it. */
export function AdPreview({ ad, placements: chosen }: AdPreviewProps) {
  const offered = placements.filter(({ value }) => chosen.length === 0 || chosen.includes(value));
  const [placement, setPlacement] = useState<Placement>("messenger");
  const current = offered.find(({ value }) => value === placement) ?? offered[0];
  if (!current) return null;
  return (
    <Card title="How people see it">
      <RadioGroup
        legend="Placement"
        hideLegend
        inline
        value={current.value}
        options={offered}
        onValueChange={(value) =>
          setPlacement(placements.find((one) => one.value === value)?.value ?? "messenger")
        }
      />
      <PhoneAd placement={current.value} ad={ad} />
    </Card>
  );
}
