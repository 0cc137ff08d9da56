/** The rows of `db.execute`: both drivers put them under `rows`. */
export function rowsOf<Row>(result: unknown): Row[] {
  if (typeof result === "object" && result !== null && "rows" in result) {
    return result.rows as Row[];
  }
  throw new TypeError("The driver answered without rows.");
}
