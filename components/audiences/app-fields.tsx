"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { deviceNames, placementNames } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";

interface AppFieldsProps {
  rules: Rules;
  onEdit: (rules: Rules) => void;
}

const devices = ["android", "ios", "kaios", "desktop"] as const;
const placements = ["messenger", "social", "photos"] as const;

const toggled = <T,>(list: readonly T[], item: T, on: boolean): T[] =>
  on ? [...list, item] : list.filter((each) => each !== item);

/** Where they are reached: devices, placements, and whether they are on the social app too. */
export function AppFields({ rules, onEdit }: AppFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Fieldset legend="Devices" description="None ticked: every device.">
        {devices.map((device) => (
          <Checkbox
            key={device}
            label={deviceNames[device]}
            checked={rules.devices.includes(device)}
            onCheckedChange={(on) =>
              onEdit({ ...rules, devices: toggled(rules.devices, device, on) })
            }
          />
        ))}
      </Fieldset>
      <Fieldset
        legend="Placements"
        description="Only people who allow ads there are counted. None ticked: anywhere."
      >
        {placements.map((placement) => (
          <Checkbox
            key={placement}
            label={placementNames[placement]}
            checked={rules.placements.includes(placement)}
            onCheckedChange={(on) =>
              onEdit({ ...rules, placements: toggled(rules.placements, placement, on) })
            }
          />
        ))}
      </Fieldset>
      <RadioGroup
        legend="Messaging or social"
        className="sm:col-span-2"
        inline
        value={rules.onSocial === null ? "both" : String(rules.onSocial)}
        onValueChange={(value) =>
          onEdit({ ...rules, onSocial: value === "both" ? null : value === "true" })
        }
        options={[
          { value: "both", label: "Everyone" },
          { value: "false", label: "Messaging only" },
          { value: "true", label: "Also on social" },
        ]}
      />
    </div>
  );
}
