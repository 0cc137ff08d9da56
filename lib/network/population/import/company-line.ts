import { z } from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { companyId } from "./member-line";

/** So many companies one network holds: engines keep lists for each. */
export const mostCompanies = 10_000;

/** A line of the list of companies: what it is called is public, and who works with it is not. */
export const companyLine = z.strictObject({
  id: companyId,
  /** As people know it, without line ends. */
  name: z.string().check(z.regex(/^\P{Cc}{1,200}$/u), z.regex(/\S/)),
});
export type CompanyLine = z.infer<typeof companyLine>;

/**
 * The list of companies, one JSON object a line; empty lines are passed over. All of it or nothing: refuses a line that cannot be read, an id
 * that comes twice, and more companies than a network holds, by the number of the line.
 */
export function readCompanies(
  text: string,
): Result<readonly CompanyLine[], Refusal & { readonly code: "invalid" }> {
  const companies = new Map<string, CompanyLine>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const parsed = companyLine.safeParse(parseJson(line));
    const wrong = (why: string) => refuse("invalid", `Line ${index + 1} ${why}`);
    if (!parsed.success) {
      return wrong('is not a company such as {"id":"lakeside","name":"Lakeside Bicycles"}.');
    }
    const { data: company } = parsed;
    if (companies.has(company.id)) return wrong("has the id of a company that came before.");
    companies.set(company.id, { ...company, name: company.name.trim() });
    if (companies.size > mostCompanies) return wrong("is one more than the 10,000 of one network.");
  }
  return ok([...companies.values()]);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
