/** The wire's field paths and the form fields they stand for; the last part that is known decides. */
const forms: Readonly<Record<string, string>> = {
  name: "name",
  objective: "objective",
  special_ad_categories: "specialCategory",
  special_ad_category_country: "specialCategory",
  targeting: "audienceId",
  page_id: "companyId",
  daily_budget: "budget",
  lifetime_budget: "budget",
  start_time: "startDay",
  end_time: "endDay",
  frequency_control_specs: "maxFrequency",
  message: "message",
  link: "link",
  image_hash: "imageHash",
  bytes: "imageHash",
  call_to_action: "callToAction",
};

/**
 * Sentences of the wire moved to the form's fields ("daily_budget" -> "budget"); the headline is the link's name.
 * A field the form does not have is left out: the refusal's own message still tells it.
 */
export function blameFields(
  wire: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(wire ?? {})) {
    const field = fieldOf(path);
    if (field) fields[field] ??= sentence;
  }
  return fields;
}

function fieldOf(path: string): string | null {
  const parts = path.split(".");
  if (parts[0] === "targeting") return "audienceId";
  if (path.endsWith("link_data.name")) return "headline";
  for (const part of parts.reverse()) {
    const field = forms[part];
    if (field) return field;
  }
  return null;
}
