import { expect, test } from "vitest";
import type { Segment } from "@/lib/ad-api/objects";
import { type SegmentNode, treeOf } from "./segment-tree-data";

const segment = (id: string, name: string, parent_id: string | null): Segment => ({
  id,
  name,
  parent_id,
  path: [name],
  kind: "interest",
  policy: "allowed",
  parent: true,
  size: null,
});
const sized = (one: Segment, shown: number): Segment => ({
  ...one,
  size: { shown, lower: shown, upper: shown, step: 50, hidden: false },
});
const segments = [
  segment("1", "Interest", null),
  segment("2", "Sports", "1"),
  segment("3", "Cycling", "2"),
  segment("4", "Music", "1"),
  segment("5", "Motor cycling", "gone"),
];
const names = (nodes: readonly SegmentNode[]): unknown[] =>
  nodes.map((node) => [node.segment.name, ...names(node.children)]);

test("the list becomes a tree; a segment whose parent is not offered stands at the top", () => {
  expect(names(treeOf(segments, ""))).toEqual([
    ["Interest", ["Sports", ["Cycling"]], ["Music"]],
    ["Motor cycling"],
  ]);
});

test("with words only what is called that stays, with the way to it", () => {
  expect(names(treeOf(segments, " cycLING "))).toEqual([
    ["Interest", ["Sports", ["Cycling"]]],
    ["Motor cycling"],
  ]);
  expect(treeOf(segments, "opera")).toEqual([]);
});

test("the largest interests stand first when asked for, those without a size last", () => {
  const some = [
    segment("1", "Interest", null),
    segment("2", "Sports", "1"),
    sized(segment("3", "Music", "1"), 50_000),
    sized(segment("4", "Travel", "1"), 90_000),
  ];
  const names = treeOf(some, "", "size")[0]?.children.map((node) => node.segment.name);
  expect(names).toEqual(["Travel", "Music", "Sports"]);
});
