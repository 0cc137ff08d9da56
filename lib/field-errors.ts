import type { z } from "zod/mini";

/** The first sentence for each field, by its path ("password", "plan.until"). */
export function fieldErrors(error: z.core.$ZodError): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    fields[issue.path.join(".")] ??= issue.message;
  }
  return fields;
}
