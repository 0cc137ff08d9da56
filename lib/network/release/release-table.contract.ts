import { describe, expect, it } from "vitest";
import type { Payer, PricedRow, ReleaseTable } from "./release-table";

const at = new Date("2026-02-11T09:00:00Z");
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);

const priced = (
  key: string,
  over: Partial<PricedRow["row"]> = {},
  cost = 100,
  most = cost,
): PricedRow => ({
  row: {
    epoch: "2026-W07/a",
    kind: "count",
    key,
    values: [1234, 2],
    at: at.toISOString(),
    ...over,
  },
  cost,
  most,
});
const payer = (over: Partial<Payer> = {}): Payer => ({
  workspaceId: "agency",
  use: "question",
  at,
  windows: [{ days: 7, questions: 1000, unreserved: 2500, total: 2500 }],
  cap: null,
  ...over,
});

const valuesOf = (rows: Awaited<ReturnType<ReleaseTable["record"]>>) =>
  typeof rows === "string" ? [] : rows.map(({ values }) => values);

/** What every release table promises; run over each implementation. */
export function releaseTableContract(name: string, open: () => Promise<ReleaseTable>): void {
  describe(`released answers in ${name}`, () => {
    it("are found by their question, with whether the asking workspace has paid", async () => {
      const table = await open();
      const entry = priced("a", { values: [-17, 0] });
      expect(await table.record([entry], payer())).toEqual([entry.row]);
      const find = (workspaceId: string, epoch = "2026-W07/a", kind = "count") =>
        table.find(workspaceId, epoch, kind, ["a", "b"]);
      expect(await find("agency")).toEqual([{ row: entry.row, paid: true }]);
      expect(await find("other")).toEqual([{ row: entry.row, paid: false }]);
      expect(await find("agency", "2026-W08/a")).toEqual([]);
      expect(await find("agency", "2026-W07/a", "share")).toEqual([]);
      expect(await table.find("agency", "2026-W07/a", "count", [])).toEqual([]);
    });

    it("of earlier epochs stay with those who paid for them, the newest first", async () => {
      const table = await open();
      const old = priced("a", { epoch: "2026-W05/a", at: "2026-01-28T09:00:00.000Z" });
      const newer = priced("a", { epoch: "2026-W06/a", at: "2026-02-04T09:00:00.000Z" });
      await table.record([old], payer());
      await table.record([newer, priced("b")], payer());
      await table.record([priced("a")], payer({ workspaceId: "other" }));
      const rows = await table.latest("agency", ["count"], ["a", "b", "c"]);
      expect(rows.map(({ key, epoch }) => [key, epoch])).toEqual([
        ["a", "2026-W06/a"],
        ["b", "2026-W07/a"],
      ]);
      const earlier = async (epoch: string) =>
        (await table.latest("agency", ["count"], ["a", "b"], epoch)).map((row) => row.epoch);
      expect(await earlier("2026-W07")).toEqual(["2026-W06/a"]);
      expect(await earlier("2026-W06")).toEqual(["2026-W05/a"]);
      expect(await earlier("2026-W05")).toEqual([]);
      expect(await table.latest("stranger", ["count"], ["a"])).toEqual([]);
      expect(await table.latest("agency", ["count"], [])).toEqual([]);
      const finer = priced("a", { kind: "count/4", at: "2026-02-12T09:00:00.000Z" });
      await table.record([finer], payer());
      expect(await table.latest("agency", ["count", "count/4"], ["a"])).toEqual([finer.row]);
    });

    it("stay as they were first written, whoever writes again", async () => {
      const table = await open();
      await table.record([priced("a", { values: [1] })], payer());
      const second = [priced("b"), priced("a", { values: [2] })];
      const answers = await table.record(second, payer({ workspaceId: "other" }));
      expect(valuesOf(answers)).toEqual([[1234, 2], [1]]);
    });

    it("are one and the same for everyone who writes at the same moment, and charged once", async () => {
      const table = await open();
      const writes = Array.from({ length: 20 }, (_, index) =>
        table.record([priced("a", { values: [index] })], payer()),
      );
      const answers = await Promise.all(writes);
      expect(new Set(answers.map((rows) => valuesOf(rows)[0]?.[0])).size).toBe(1);
      expect(await table.spent("agency", later(-7))).toEqual({
        questions: 100,
        reports: 0,
        pacing: 0,
      });
    });

    it("are refused together and leave nothing when a window would overflow", async () => {
      const table = await open();
      await table.record([priced("a", {}, 900)], payer());
      expect(await table.record([priced("b"), priced("c")], payer())).toBe("spent");
      expect(await table.find("agency", "2026-W07/a", "count", ["b", "c"])).toEqual([]);
      expect(await table.spent("agency", later(-7))).toEqual({
        questions: 900,
        reports: 0,
        pacing: 0,
      });
      expect(await table.record([priced("b")], payer())).toHaveLength(1);
    });

    it("never overspend a window, also with fifty different questions at once", async () => {
      const table = await open();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => table.record([priced(`${index}`)], payer())),
      );
      expect(answers.filter((rows) => rows !== "spent")).toHaveLength(10);
      expect((await table.spent("agency", later(-7))).questions).toBe(1000);
    });

    it("leave the part for reports to reports", async () => {
      const table = await open();
      expect(await table.record([priced("a", {}, 1001)], payer())).toBe("spent");
      const report = payer({ use: "report" });
      expect(await table.record([priced("a", {}, 1600)], report)).toHaveLength(1);
      expect(await table.record([priced("b", {}, 901)], payer())).toBe("spent");
      expect(await table.record([priced("b", {}, 900)], payer())).toHaveLength(1);
      expect(await table.spent("agency", later(-7))).toEqual({
        questions: 900,
        reports: 1600,
        pacing: 0,
      });
      const [week, none] = await table.spentEach("agency", [later(-7), later(1)]);
      expect([week?.questions, week?.reports, none?.reports]).toEqual([900, 1600, 0]);
      expect(await table.record([priced("c")], payer({ use: "report", windows: [] }))).toHaveLength(
        1,
      );
    });

    it("keep a part for pacing, which questions and reports cannot take, and pacing may take what is left", async () => {
      const table = await open();
      const windows = [{ days: 7, questions: 1000, unreserved: 2200, total: 2500 }];
      const charge = (key: string, cost: number, use: Payer["use"]) =>
        table.record([priced(key, {}, cost)], payer({ windows, use }));
      expect(await charge("a", 2201, "report")).toBe("spent");
      expect(await charge("a", 1800, "report")).toHaveLength(1);
      expect(await charge("b", 401, "question")).toBe("spent");
      expect(await charge("b", 600, "pacing")).toHaveLength(1);
      expect(await charge("c", 101, "report")).toBe("spent");
      expect(await charge("c", 101, "pacing")).toBe("spent");
      expect(await charge("c", 100, "report")).toHaveLength(1);
      expect(await table.spent("agency", later(-7))).toEqual({
        questions: 0,
        reports: 1900,
        pacing: 600,
      });
    });

    it("are refused by what they could have cost, so that a refusal says nothing of the answer", async () => {
      const table = await open();
      await table.record([priced("a", {}, 700)], payer());
      const [cheap, dear] = [priced("b", {}, 10, 301), priced("b", {}, 301, 301)];
      expect(await table.record([cheap], payer())).toBe("spent");
      expect(await table.record([dear], payer())).toBe("spent");
      expect(await table.record([priced("b", {}, 10, 300)], payer())).toHaveLength(1);
      expect(await table.spent("agency", later(-7))).toEqual({
        questions: 710,
        reports: 0,
        pacing: 0,
      });
    });

    it("are refused before they are made by the same rules", async () => {
      const table = await open();
      const cap = { days: 30, questions: 2, each: 2 };
      expect(await table.refusal(3, 0, payer())).toBeNull();
      await table.record([priced("a", {}, 700)], payer({ cap }));
      expect(await table.refusal(1, 300, payer({ cap }))).toBeNull();
      expect(await table.refusal(1, 301, payer({ cap }))).toBe("spent");
      expect(await table.refusal(2, 300, payer({ cap, workspaceId: "b" }))).toBe("capped");
      expect(await table.refusal(0, 300, payer({ cap, workspaceId: "other" }))).toBeNull();
      expect(await table.refusal(2, 300, payer({ cap, at: later(30) }))).toBeNull();
      expect(await table.refusal(9, 9999, payer({ use: "report", windows: [] }))).toBeNull();
    });

    it("free the budget when their window has passed, and repeats cost nothing before", async () => {
      const table = await open();
      await table.record([priced("a", {}, 1000)], payer());
      expect(await table.record([priced("a", {}, 1000)], payer())).toHaveLength(1);
      expect(await table.record([priced("b")], payer({ at: later(6.9) }))).toBe("spent");
      expect(await table.record([priced("b")], payer({ at: later(7.1) }))).toHaveLength(1);
      expect(await table.record([priced("c", {}, 950)], payer({ workspaceId: "b" }))).toHaveLength(
        1,
      );
    });

    it("charge fifty that are the same once and fifty that differ fifty times", async () => {
      const table = await open();
      const same = Array.from({ length: 50 }, (_, index) => priced("a", { values: [index] }, 7));
      const different = Array.from({ length: 50 }, (_, index) => priced(`${index}`, {}, 7));
      const answers = await Promise.all(
        [...same, ...different].map((entry) => table.record([entry], payer())),
      );
      const values = answers.map((rows) => valuesOf(rows)[0]?.[0]);
      expect(new Set(values.slice(0, 50)).size).toBe(1);
      expect(values.slice(50).every((value) => value === 1234)).toBe(true);
      expect(await table.spent("agency", later(-7))).toEqual({
        questions: 51 * 7,
        reports: 0,
        pacing: 0,
      });
    });

    it("are as many in a month as the whole network may give, whoever asks", async () => {
      const table = await open();
      const cap = { days: 30, questions: 3, each: 3 };
      const asks = (key: string, over: Partial<Payer> = {}) =>
        table.record([priced(key)], payer({ cap, ...over }));
      const first = await Promise.all(
        ["a", "b", "c", "d", "e"].map((key) => asks(key, { workspaceId: `workspace ${key}` })),
      );
      expect(first.filter((rows) => rows === "capped")).toHaveLength(2);
      expect(first.filter((rows) => typeof rows !== "string")).toHaveLength(3);
      const [given] = first.flatMap((rows) => (typeof rows === "string" ? [] : rows));
      expect(await asks(given?.key ?? "", { workspaceId: "late" })).toHaveLength(1);
      expect(await asks("f", { use: "report", cap: null })).toHaveLength(1);
      expect(await asks("g", { at: later(29) })).toBe("capped");
      expect(await table.find("agency", "2026-W07/a", "count", ["g"])).toEqual([]);
      expect(await asks("g", { at: later(30) })).toHaveLength(1);
    });

    it("are only so many of these for one workspace, so that nobody uses up everybody's", async () => {
      const table = await open();
      const cap = { days: 30, questions: 5, each: 3 };
      const asks = (key: string, workspaceId: string, over: Partial<Payer> = {}) =>
        table.record([priced(key)], payer({ cap, workspaceId, ...over }));
      const greedy = await Promise.all(["a", "b", "c", "d", "e"].map((key) => asks(key, "greedy")));
      expect(greedy.filter((rows) => rows === "spent")).toHaveLength(2);
      expect(await table.refusal(1, 0, payer({ cap, workspaceId: "greedy" }))).toBe("spent");
      expect(await asks("f", "other")).toHaveLength(1);
      // What somebody else asked first is nobody's new question.
      expect(await asks("f", "greedy")).toHaveLength(1);
      expect(await asks("g", "other")).toHaveLength(1);
      expect(await asks("h", "other")).toBe("capped");
      expect(await asks("h", "greedy", { at: later(30) })).toHaveLength(1);
    });
  });
}
