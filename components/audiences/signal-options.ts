import type { SegmentRule } from "@/lib/audiences/rules";

export const freshness = [
  { value: "180", label: "Last 180 days" },
  { value: "90", label: "Last 90 days" },
  { value: "30", label: "Last 30 days" },
  { value: "7", label: "Last 7 days" },
];

export const strengths = [
  { value: "1", label: "Any signal" },
  { value: "2", label: "Clear signals" },
  { value: "3", label: "Strong signals" },
];

export const ownFreshness = [{ value: "", label: "As the audience" }, ...freshness];
export const ownStrength = [{ value: "", label: "As the audience" }, ...strengths];

const days = [7, 30, 90, 180] as const;
const levels = [1, 2, 3] as const;

/** A choice of the select as a rule's value; what is not offered leaves the audience's own. */
export const parseFreshness = (value: string): SegmentRule["withinDays"] =>
  days.find((each) => String(each) === value) ?? null;

export const parseStrength = (value: string): SegmentRule["minStrength"] =>
  levels.find((each) => String(each) === value) ?? null;
