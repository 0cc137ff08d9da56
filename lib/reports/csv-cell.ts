/** What a spreadsheet would run instead of show, also behind a space, a tab or a full-width twin. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would take for a formula is preceded by an apostrophe,
 * so that it is shown and never run; numbers are written as they are.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = formula.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvRow = (cells: readonly (string | number | null)[]): string =>
  cells.map(csvCell).join(",");
