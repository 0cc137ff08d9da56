import { z } from "zod/mini";

const refusal = z.object({
  error: z.object({
    message: z.string(),
    error_user_msg: z.optional(z.string()),
    error_data: z.optional(
      z.object({ blame_field_specs: z.optional(z.array(z.array(z.string()))) }),
    ),
  }),
});

/** What an answer refuses and the field it names for it; null: it is no refusal. */
export function blamed(
  body: string,
): { readonly field: string | null; readonly message: string } | null {
  const parsed = refusal.safeParse(jsonOf(body));
  if (!parsed.success) return null;
  const { message, error_user_msg, error_data } = parsed.data.error;
  const [field = null, ...inside] = error_data?.blame_field_specs?.[0] ?? [];
  const said = error_user_msg ?? message;
  return { field, message: inside.length > 0 ? `${inside.join(".")}: ${said}` : said };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
