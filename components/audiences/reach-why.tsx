"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { ReachWhyButton } from "./reach-why-button";

const ReachWhyPopover = dynamic(
  () => import("./reach-why-popover").then((m) => m.ReachWhyPopover),
  { ssr: false, loading: () => <ReachWhyButton /> },
);

/** Why the number is a range. The answer is loaded when first asked for. */
export function ReachWhy() {
  const [wanted, setWanted] = useState(false);
  return wanted ? <ReachWhyPopover /> : <ReachWhyButton onClick={() => setWanted(true)} />;
}
