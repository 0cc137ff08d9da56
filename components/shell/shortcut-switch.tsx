"use client";

import { useState } from "react";
import { Switch } from "@/components/ui/switch";
import { setSingleKeys, singleKeysAreOn } from "./shortcuts";

export function ShortcutSwitch() {
  const [on, setOn] = useState(singleKeysAreOn);
  return (
    <Switch
      label="Single-key shortcuts"
      description="? for the list, g then a letter to go to a page."
      checked={on}
      onCheckedChange={(checked) => {
        setOn(checked);
        setSingleKeys(checked);
      }}
    />
  );
}
