/** Why a whole line is refused: nothing of it is kept. */
export const lineRefusals = {
  line_too_long: "The line is longer than 64 KB.",
  not_utf8: "The line is not UTF-8 text.",
  not_json: "The line is not JSON.",
  invalid_field: "A field is missing, misspelt or has a value it cannot have.",
  invalid_date:
    "A date does not exist or is not written as YYYY-MM-DD (consents: with the time and its zone).",
  future_date: "A date lies ahead of today.",
  absurd_date: "A date lies before the year 2000.",
  invalid_birth_year: "The birth year lies ahead of this year, or more than 120 years back.",
  unknown_country: "The country is not one of the network's.",
  duplicate_id: "A member with this id was imported before; the first line stays.",
} as const;
export type LineRefusal = keyof typeof lineRefusals;

/** What is left out of a member who is kept otherwise. */
export const droppedParts = {
  forbidden_segment: "Signals on segments that are never collected.",
  unknown_segment: "Signals on segments that the taxonomy does not have.",
  signal_under_18: "Signals of somebody under 18 or of unknown age.",
  signal_without_consent: "Signals without consent to relevant ads for anybody.",
  signal_expired: "Signals older than 180 days.",
  duplicate_signal:
    "Further signals on the same segment; the newest stays, of one day the strongest.",
  duplicate_company: "Further relations to the same company of the same kind; the newest stays.",
  undeclared_company: "Relations to companies that the list of companies does not have.",
  unknown_region: "The region does not lie in the country; the person counts without a region.",
  unknown_language: "The language is not one of the network's; the person counts without one.",
} as const;
export type DroppedPart = keyof typeof droppedParts;

/** One entry of the report. It never repeats a value of the line except its id, and what the sentence needs to say. */
export interface ReportEntry {
  readonly outcome: "refused" | "dropped";
  readonly reason: LineRefusal | DroppedPart;
  /** How many signals or companies. */
  readonly count: number;
  readonly said: string;
}

export const dropped = (reason: DroppedPart, count = 1): ReportEntry => ({
  outcome: "dropped",
  reason,
  count,
  said: droppedParts[reason],
});

export const refused = (reason: LineRefusal, said: string = lineRefusals[reason]): ReportEntry => ({
  outcome: "refused",
  reason,
  count: 1,
  said,
});
