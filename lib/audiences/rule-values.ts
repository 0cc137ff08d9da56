import type { Rules } from "./rules";

/** Lower ends of the age bands; 65 means 65 and over. */
export const ageStarts = [18, 25, 35, 45, 55, 65] as const;
/** Upper ends of the age bands; 65 means no upper end. */
export const ageEnds = [24, 34, 44, 54, 64, 65] as const;

/** A new audience: nothing chosen, everyone who said yes. */
export const noRules: Rules = {
  any: [],
  must: [],
  never: [],
  countries: [],
  regions: [],
  ageMin: 18,
  ageMax: 65,
  gender: null,
  languages: [],
  devices: [],
  placements: [],
  onSocial: null,
  withinDays: 180,
  minStrength: 1,
  relationship: { kind: "anyone" },
};
