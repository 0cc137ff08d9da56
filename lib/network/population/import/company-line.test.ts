import { describe, expect, test } from "vitest";
import { readCompanies } from "./company-line";

const line = (id: string, name = "A company") => JSON.stringify({ id, name });

describe("The list of companies", () => {
  test("is read line by line, empty ones passed over, names without the spaces around them", () => {
    const text = `\uFEFF${line("lakeside", " Lakeside ")}\r\n\n${line("ridge.2", "Ridge")}`;
    expect(readCompanies(text)).toEqual({
      ok: true,
      value: [
        { id: "lakeside", name: "Lakeside" },
        { id: "ridge.2", name: "Ridge" },
      ],
    });
  });

  test.each([
    ["not JSON", "nonsense"],
    ["without a name", '{"id":"a"}'],
    ["with an empty name", line("a", "  ")],
    ["with a name of more lines", line("a", "one\ntwo")],
    ["with a field of its own", '{"id":"a","name":"A","secret":1}'],
    ["with an id that no address can hold", line("two words")],
  ])("is refused as a whole for a line %s", (_, wrong) => {
    const read = readCompanies(`${line("lakeside")}\n${wrong}`);
    expect(read).toMatchObject({ error: { message: expect.stringMatching(/^Line 2 is not a/) } });
  });

  test("has each company once, and no more than 10,000", () => {
    expect(readCompanies(`${line("a")}\n${line("a")}`)).toMatchObject({
      error: { message: "Line 2 has the id of a company that came before." },
    });
    const many = Array.from({ length: 10_001 }, (_, i) => line(`c-${i}`));
    expect(readCompanies(many.slice(1).join("\n")).ok).toBe(true);
    expect(readCompanies(many.join("\n"))).toMatchObject({
      error: { message: "Line 10001 is one more than the 10,000 of one network." },
    });
  });
});
