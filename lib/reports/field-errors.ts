import type { z } from "zod/mini";

/** The first sentence for each field, by its path ("password", "until"). */
export function fieldErrors(error: z.core.$ZodError): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] ??= issue.message;
  }
  return fields;
}
