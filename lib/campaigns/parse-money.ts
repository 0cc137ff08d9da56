/**
 * What somebody typed as an amount, in minor units; null when it is no amount. Reads "1200", "1,200.50", "1 200,50"
 * and "1.200"; a single mark followed by three digits separates thousands, as "1,200" does for most people.
 */
export function parseMoney(text: string, minorUnits: number): number | null {
  const digits = Math.round(Math.log10(minorUnits));
  const plain = text.trim().replace(/[\s'’_]/g, "");
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const mark = plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "." : ",";
  const parts = plain.split(mark);
  const isDecimal = parts.length === 2 && parts[1]?.length !== 3;
  const [whole = "", fraction = ""] = isDecimal ? parts : [plain];
  const groups = whole.split(/[.,]/);
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3)) return null;
  if (fraction.length > digits || /[.,]/.test(fraction)) return null;
  const minor = Number(groups.join("") + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** The same amount as it stands in the box: "1200", "1200.50". */
export function typedMoney(minor: number | null | undefined, minorUnits: number): string {
  if (minor === null || minor === undefined) return "";
  const digits = Math.round(Math.log10(minorUnits));
  return minor % minorUnits === 0
    ? String(minor / minorUnits)
    : (minor / minorUnits).toFixed(digits);
}
