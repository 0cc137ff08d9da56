import { beforeEach, describe, expect, it } from "vitest";
import type { ReachEngine } from "@/lib/network/reach/engine";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone, genders } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease, type ReleaseParts } from "./create-release";
import { memoryReleaseTable } from "./memory-release-table";
import { answered } from "./testing";

const by = { workspaceId: "agency" };
const inCountry = (country: string): Expression => ({ ...everyone, countries: [country] });

let people: Map<string, number>;
let asked: number;
let wall: Date;
let network: Date;

/** An engine that knows how many people live in each country. */
function engine(): ReachEngine {
  const count = (expression: Expression) =>
    expression.countries.reduce((sum, country) => sum + (people.get(country) ?? 0), 0);
  return {
    ...referenceEngine([], () => 0),
    count: async (expression) => {
      asked += 1;
      return exactCount(count(expression));
    },
    cells: async (expression) => [
      { values: ["female"], count: exactCount(Math.round(count(expression) * 0.6)) },
      { values: ["male"], count: exactCount(Math.round(count(expression) * 0.4)) },
    ],
  };
}

const release = (over: Partial<ReleaseParts> = {}) =>
  createRelease({
    engine: engine(),
    table: memoryReleaseTable(),
    key: "a key that only tests know",
    epochSalt: "first",
    countries: ["DE", "IN", "US"],
    wallNow: () => wall,
    networkNow: () => network,
    ...over,
  });

beforeEach(() => {
  people = new Map([
    ["DE", 3_000],
    ["IN", 400_000],
    ["US", 400],
    ["BR", 30_000],
  ]);
  asked = 0;
  wall = new Date("2026-02-11T09:00:00Z");
  network = new Date("2026-02-11T09:00:00Z");
});

describe("asking how many people", () => {
  it("answers near the truth, more precisely for a small audience", async () => {
    const desk = release();
    const large = answered(await desk.count(by, inCountry("IN")));
    const middle = answered(await desk.count(by, inCountry("BR")));
    const small = answered(await desk.count(by, inCountry("DE")));
    expect([large.sigma, middle.sigma, small.sigma]).toEqual([500, 150, 100]);
    expect(Math.abs(large.shown - 400_000)).toBeLessThan(5 * 500 + large.step);
    expect(Math.abs(small.shown - 3_000)).toBeLessThan(5 * 100 + small.step);
  });

  it("hides fewer than 1,000", async () => {
    expect(answered(await release().count(by, inCountry("US")))).toMatchObject({
      hidden: true,
      shown: 0,
      lower: 0,
      upper: 1000,
    });
  });

  it("gives the same answer until the week ends, also when people leave and to whoever asks", async () => {
    const table = memoryReleaseTable();
    const first = answered(await release({ table }).count(by, inCountry("DE")));
    people.set("DE", 2_000);
    wall = new Date("2026-02-15T23:59:59Z");
    const again = answered(await release({ table }).count({ workspaceId: "b" }, inCountry("DE")));
    expect(again).toEqual(first);
    wall = new Date("2026-02-16T00:00:00Z");
    const next = answered(await release({ table }).count(by, inCountry("DE")));
    expect(Math.abs(next.shown - 2_000)).toBeLessThan(500);
    expect(next.asOf).toBe("2026-02-16T00:00:00.000Z");
  });

  it("draws the noise again after a restored backup, and only then", async () => {
    people.set("DE", 3_333);
    const sizes = ["first", "first", "second", "third", "fourth"].map((epochSalt) =>
      release({ epochSalt }).count(by, inCountry("DE")),
    );
    const [a, b, ...others] = (await Promise.all(sizes)).map((size) => answered(size).shown);
    expect(b).toBe(a);
    expect(others.some((other) => other !== a)).toBe(true);
  });

  it("looks at the people once for fifty who ask at the same time", async () => {
    const desk = release();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => desk.count(by, inCountry("BR"))),
    );
    expect(asked).toBe(1);
    expect(new Set(answers.map((answer) => answered(answer).shown)).size).toBe(1);
  });

  it("never averages away: ten thousand questions are one answer", async () => {
    const desk = release();
    const first = answered(await desk.count(by, inCountry("BR"))).shown;
    for (let question = 0; question < 500; question += 1) {
      const again = { ...inCountry("BR"), genders: question % 2 ? [] : genders };
      expect(answered(await desk.count(by, again)).shown).toBe(first);
    }
    expect(asked).toBe(1);
  });
});

describe("what questions cost", () => {
  it("is paid once; the same question and the same week are free", async () => {
    const desk = release();
    expect(await desk.left(by)).toBe(1);
    await desk.count(by, inCountry("DE"));
    const left = await desk.left(by);
    // Steps 1 and 3 of the ladder: 0.01 + 0.25 of the week's 100 credits for questions.
    expect(left).toBeCloseTo(1 - 0.26 / 100, 6);
    await desk.count(by, inCountry("DE"));
    expect(await desk.left(by)).toBe(left);
  });

  it("is paid by each workspace that learns the answer", async () => {
    const desk = release();
    await desk.count(by, inCountry("DE"));
    await desk.count({ workspaceId: "other" }, inCountry("DE"));
    expect(await desk.left({ workspaceId: "other" })).toBe(await desk.left(by));
  });

  it("is refused when the window is used up, while old answers stay and time frees it again", async () => {
    const desk = release({
      windows: [{ days: 7, questions: 5000, unreserved: 12_500, total: 12_500 }],
    });
    const answer = answered(await desk.count(by, inCountry("DE")));
    const refused = await desk.count(by, inCountry("US"));
    expect(refused.ok ? null : refused.error.code).toBe("budget_spent");
    expect(answered(await desk.count(by, inCountry("DE")))).toEqual(answer);
    expect(answered(await desk.count({ workspaceId: "other" }, inCountry("US"))).hidden).toBe(true);
    network = new Date(network.getTime() + 8 * 86_400_000);
    expect((await desk.count(by, inCountry("US"))).ok).toBe(true);
  });
});

describe("parts and shares", () => {
  it("sum to the total that is shown, with a part for every value, also for one that nobody has", async () => {
    const desk = release();
    const total = answered(await desk.count(by, inCountry("BR")));
    const parts = answered(await desk.cells(by, inCountry("BR"), ["gender"]));
    expect(parts.map(({ value }) => value)).toEqual(["female", "male", "other", "unknown"]);
    expect(parts.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBe(total.shown);
    expect(parts[0]?.share).toBeGreaterThan(0.55);
  });

  it("are shares only below 5,000 people, and nothing at all below the floor", async () => {
    const desk = release();
    const few = answered(await desk.cells(by, inCountry("DE"), ["gender"]));
    expect(few.every(({ people }) => people === null)).toBe(true);
    expect(few.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1);
    const hidden = answered(await desk.cells(by, inCountry("US"), ["gender"]));
    expect(hidden.map(({ value }) => value)).toEqual(few.map(({ value }) => value));
    expect(hidden.every((part) => part.people === null && part.share === null)).toBe(true);
  });

  it("come in the order in which the dimensions are asked, from one and the same answer", async () => {
    const desk = release({
      engine: {
        ...engine(),
        cells: async () => [{ values: ["25-34", "female"], count: exactCount(30_000) }],
      },
    });
    const one = answered(await desk.cells(by, inCountry("BR"), ["age", "gender"]));
    const left = await desk.left(by);
    const other = answered(await desk.cells(by, inCountry("BR"), ["gender", "age"]));
    const share = (parts: typeof one, value: string) =>
      parts.find((part) => part.value === value)?.share;
    expect(share(one, "25-34|female")).toBeGreaterThan(0.8);
    expect(share(other, "female|25-34")).toBe(share(one, "25-34|female"));
    expect(await desk.left(by)).toBe(left);
  });

  it("say what a choice keeps, unless one side has fewer than 10,000", async () => {
    const desk = release();
    const both = { ...everyone, countries: ["BR", "IN"] };
    expect(answered(await desk.share(by, both, inCountry("IN"))).share).toBeCloseTo(0.93, 1);
    expect(answered(await desk.share(by, both, inCountry("DE"))).share).toBeNull();
    expect(answered(await desk.share(by, both, { ...both, genders: [] })).share).toBe(1);
  });
});

describe("the verdict on a size", () => {
  it("follows the launch gate, the size and everyone in the same places", async () => {
    const desk = release();
    people.set("PT", 1_150).set("ES", 6_000).set("TR", 600_000);
    const [us, pt, es, india, china] = await Promise.all(
      ["US", "PT", "ES", "IN", "TR"].map(async (country) =>
        answered(await desk.count(by, inCountry(country))),
      ),
    );
    if (!(us && pt && es && india && china)) throw new Error("Five answers were asked for.");
    expect(desk.verdict(us, china)).toBe("too_small");
    expect(desk.verdict(pt, china)).toBe("too_small");
    expect(desk.verdict(es, china)).toBe("narrow");
    expect(desk.verdict(india, india)).toBe("broad");
    const brazil = answered(await desk.count(by, inCountry("BR")));
    expect(desk.verdict(brazil, china)).toBe("good");
  });
});
