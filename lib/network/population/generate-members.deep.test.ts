import { expect, test } from "vitest";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import { generateMembers } from "./generate-members";
import { countryIndexes, segmentIndexes } from "./lists";
import type { MemberBatch } from "./member-batch";

const today = 20_500;
const step = 50_000;
const soccer = "663";
const cooking = "371";
const sports = "607";
const food = "368";

/** People of a batch in India and Brazil who said yes to relevant ads and have a live signal on one of the segments. */
function peopleWhoLike(batch: MemberBatch, segments: readonly string[]): number {
  const places = ["IN", "BR"].map((code) => countryIndexes.get(code));
  const ids = new Set(
    segments.flatMap((id) => [...coveredBy(id)]).map((id) => segmentIndexes.get(id)),
  );
  let people = 0;
  for (let i = 0; i < batch.count; i += 1) {
    if (!places.includes(batch.country[i])) continue;
    const rows = batch.signalSegment.subarray(batch.signalStart[i], batch.signalStart[i + 1]);
    const first = batch.signalStart[i] ?? 0;
    if (rows.some((id, row) => ids.has(id) && today - (batch.signalDay[first + row] ?? 0) <= 180)) {
      people += 1;
    }
  }
  return people;
}

function audience(members: number, segments: readonly string[]): number {
  let people = 0;
  for (let first = 0; first < members; first += step) {
    people += peopleWhoLike(generateMembers({ seed: 1, first, count: step, today }), segments);
  }
  return people;
}

test("two popular interests in India and Brazil are an audience worth a campaign at 200,000 and at 2,000,000 members", () => {
  expect(audience(200_000, [soccer, cooking])).toBeGreaterThan(5_000);
  const people = audience(2_000_000, [soccer, cooking]);
  expect(people).toBeGreaterThan(50_000);
  expect(people).toBeLessThan(300_000);
  expect(audience(200_000, [sports, food])).toBeGreaterThan(20_000);
});
