/** A string literal of ClickHouse's SQL, whatever stands in the text. */
export const text = (value: string): string =>
  `'${value.replace(/[\\']/g, "\\$&").replaceAll("\0", "\\0")}'`;

/** A list for IN; never empty, because ClickHouse has no empty list. */
export const texts = (values: readonly string[]): string => `(${values.map(text).join(", ")})`;

/** At least one holds; none given: false. */
export const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "0" : `(${conditions.join(" OR ")})`;

/** All hold; none given: true. */
export const allOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "1" : `(${conditions.join(" AND ")})`;

/** Nests a function of two arguments over any number of them: fn(fn(a, b), c). */
export const nest = (fn: string, values: readonly string[]): string =>
  values.reduce((inner, value) => `${fn}(${inner}, ${value})`);
