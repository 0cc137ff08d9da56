/** A table; without rows nothing. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

const cell = (text: string): string => text.replace(/\s+/g, " ").replace(/\|/g, "\\|").trim();

export const code = (text: string): string => `\`${text}\``;

/** Puts what is generated between `<!-- generated: name -->` and `<!-- end -->`; a name that is missing on either side is an error. */
export function fillIn(page: string, parts: Readonly<Record<string, string>>): string {
  const filled = new Set<string>();
  const result = page.replace(
    /(<!-- generated: ([\w-]+) -->)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`Nothing is generated for “${name}”.`);
      filled.add(name);
      return `${begin}\n\n${part}\n\n${end}`;
    },
  );
  const missing = Object.keys(parts).find((name) => !filled.has(name));
  if (missing) throw new Error(`The page has no place for “${missing}”.`);
  return result;
}
