import { beforeEach, describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "./create-release";
import { memoryReleaseTable } from "./memory-release-table";
import { answered } from "./testing";

const by = { workspaceId: "agency" };
const other = { workspaceId: "other" };
const germans = { ...everyone, countries: ["DE"] };
const americans = { ...everyone, countries: ["US"] };
let people: number;
let counted: number;
let wall: Date;

const release = (over: { windows?: [] } = {}) =>
  createRelease({
    engine: {
      ...referenceEngine([], () => 0),
      count: async () => {
        counted += 1;
        return exactCount(people);
      },
    },
    table: memoryReleaseTable(),
    key: "a key that only tests know",
    epochSalt: "first",
    countries: ["DE", "US"],
    wallNow: () => wall,
    networkNow: () => wall,
    ...over,
  });

beforeEach(() => {
  people = 24_000;
  counted = 0;
  wall = new Date("2026-02-11T09:00:00Z");
});
const nextWeek = () => {
  wall = new Date("2026-02-18T09:00:00Z");
  people = 20_000;
};

describe("what changed since last week", () => {
  it("is said when both weeks' answers were paid for, and asks nothing new", async () => {
    const desk = release();
    await desk.count(by, germans);
    nextWeek();
    await desk.count(by, germans);
    const [left, looks] = [await desk.left(by), counted];
    const change = await desk.change(by, germans);
    expect(change?.since).toBe("2026-02-09T00:00:00.000Z");
    expect(Math.abs((change?.people ?? 0) + 4_000)).toBeLessThan(1_000);
    expect([await desk.left(by), counted]).toEqual([left, looks]);
  });

  it("is nothing for a workspace that did not pay for the earlier answer, whoever else did", async () => {
    const desk = release();
    await desk.count(other, germans);
    nextWeek();
    await desk.count(by, germans);
    await desk.count(other, germans);
    expect(await desk.change(by, germans)).toBeNull();
    expect(await desk.change(other, germans)).not.toBeNull();
  });

  it("is nothing within the week, nor where few left", async () => {
    const desk = release();
    await desk.count(by, germans);
    expect(await desk.change(by, germans)).toBeNull();
    nextWeek();
    people = 24_000;
    expect(await desk.change(by, germans)).toBeNull();
  });
});

describe("what a workspace knows already", () => {
  it("is its newest answer with what changed, for nothing; what it never asked is not there", async () => {
    const desk = release();
    await desk.count(by, germans);
    nextWeek();
    const before = answered(await desk.count(by, germans));
    await desk.count(other, americans);
    const [left, looks] = [await desk.left(by), counted];
    const known = await desk.known(by, [germans, americans]);
    expect(known).toEqual([{ count: before, change: await desk.change(by, germans) }, null]);
    expect(known[0]?.change?.people).toBeLessThan(-2_000);
    expect([await desk.left(by), counted]).toEqual([left, looks]);
    wall = new Date("2026-03-18T09:00:00Z");
    expect((await desk.known(by, [germans]))[0]?.count).toEqual(before);
  });
});

describe("how old an answer is", () => {
  it("is the Monday of its week, whenever in it anybody asked", async () => {
    const desk = release();
    const first = answered(await desk.count(other, germans));
    wall = new Date("2026-02-14T09:00:00Z");
    expect(answered(await desk.count(by, germans))).toEqual(first);
    const never = answered(await release().count(by, germans));
    expect(never.asOf).toBe(first.asOf);
    expect(first.asOf).toBe("2026-02-09T00:00:00.000Z");
  });
});
