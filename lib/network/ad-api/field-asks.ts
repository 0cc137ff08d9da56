import { ok, type Result } from "@/lib/result";
import { badPath, type Fault } from "./fault";
import { makeParams, noParams, type Params } from "./params";

/** One asked field: `edge.limit(5){a,b}`. `fields` is null when no braces follow. */
export interface FieldAsk {
  readonly name: string;
  readonly params: Params;
  readonly fields: readonly FieldAsk[] | null;
}

const maxDepth = 6;
const maxAsks = 200;

/** Parses a `fields` parameter. Null or empty: nothing asked, the caller's default holds. */
export function parseFields(value: unknown): Result<readonly FieldAsk[] | null, Fault> {
  if (value === undefined || value === null || value === "") return ok(null);
  const text = Array.isArray(value) ? value.join(",") : String(value);
  const list = /^\s*\[/.test(text) ? fromJsonList(text) : text;
  try {
    return ok(new Parser(list).parse());
  } catch (error) {
    if (error instanceof SyntaxError) return badPath(error.message);
    throw error;
  }
}

function fromJsonList(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.join(",") : text;
  } catch {
    return text;
  }
}

class Parser {
  private at = 0;
  private asks = 0;
  constructor(private readonly text: string) {}

  parse(): FieldAsk[] {
    const list = this.list(1);
    if (this.at < this.text.length) this.fail("Expected end of string");
    return list;
  }

  private list(depth: number): FieldAsk[] {
    if (depth > maxDepth) this.fail(`Fields nest at most ${maxDepth} deep`);
    const asks: FieldAsk[] = [];
    do {
      this.skip(/\s*/y);
      if (asks.length > 0 && /[}]|$/y.test(this.text.slice(this.at, this.at + 1))) break;
      asks.push(this.ask(depth));
      this.skip(/\s*/y);
    } while (this.take(","));
    return asks;
  }

  private ask(depth: number): FieldAsk {
    this.asks += 1;
    if (this.asks > maxAsks) this.fail(`At most ${maxAsks} fields can be asked for`);
    const name = this.skip(/[A-Za-z_][A-Za-z0-9_]*/y);
    if (name === "") this.fail("Expected a field");
    const entries: [string, string][] = [];
    while (this.take(".")) entries.push(this.modifier());
    if (!this.take("{")) {
      return { name, params: entries.length ? makeParams(entries) : noParams, fields: null };
    }
    const start = this.at;
    const fields = this.list(depth + 1);
    // A link to the next page asks for the same fields.
    entries.push(["fields", this.text.slice(start, this.at)]);
    if (!this.take("}")) this.fail("Expected }");
    return { name, params: makeParams(entries), fields };
  }

  private modifier(): [string, string] {
    const name = this.skip(/[a-z_]+/y);
    if (name === "" || !this.take("(")) this.fail("Expected a modifier such as limit(5)");
    const start = this.at;
    let depth = 1;
    let quoted = false;
    for (; this.at < this.text.length; this.at += 1) {
      const char = this.text[this.at];
      if (char === '"' && this.text[this.at - 1] !== "\\") quoted = !quoted;
      if (quoted) continue;
      if (char === "(") depth += 1;
      if (char === ")") depth -= 1;
      if (depth === 0) break;
    }
    const value = this.text.slice(start, this.at);
    if (!this.take(")")) this.fail("Expected )");
    return [name, value];
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  private take(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private fail(why: string): never {
    throw new SyntaxError(
      `Syntax error "${why}" at character ${this.at}: ${this.text.slice(0, 80)}`,
    );
  }
}
