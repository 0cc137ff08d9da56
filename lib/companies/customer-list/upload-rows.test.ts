import { expect, test } from "vitest";
import { type Batch, uploadRows } from "./upload-rows";

const list = Array.from({ length: 12_001 }, (_, n) => [`hash ${n}`]);
const take = async (from: number, to: number) => list.slice(from, to);

test("every row is sent once, in order, and only the last call is the last", async () => {
  const sent: Batch[] = [];
  const send = async (batch: Batch) => void sent.push(batch);
  await uploadRows({ total: list.length, arrived: 0, take, send, onArrived: () => undefined });
  expect(sent.flatMap(({ rows }) => rows)).toEqual(list);
  expect(sent.map(({ seq, last, rows }) => [seq, last, rows.length])).toEqual([
    [1, false, 5_000],
    [2, false, 5_000],
    [3, true, 2_001],
  ]);
});

test("an upload that stopped goes on with the call that did not arrive", async () => {
  const sent: number[] = [];
  let arrived = 0;
  let offline = true;
  const upload = () =>
    uploadRows({
      ...{ total: list.length, arrived, take },
      send: async ({ seq }) => {
        if (seq === 2 && offline) throw new Error("offline");
        sent.push(seq);
      },
      onArrived: (calls) => {
        arrived = calls;
      },
    });
  await expect(upload()).rejects.toThrow("offline");
  offline = false;
  await upload();
  expect(sent).toEqual([1, 2, 3]);
});
