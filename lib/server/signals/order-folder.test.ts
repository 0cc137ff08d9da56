import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { StartRefusal } from "../start-refusal";
import { type KeyOrder, readKeyOrder } from "./key-orders";
import { orderFromServer, takeOrders } from "./order-folder";

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "nod-orders-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a running server does what it is asked once, and leaves neither the order nor the secret behind", async () => {
  const folder = aFolder();
  const taken: KeyOrder[] = [];
  const bugs: unknown[] = [];
  const stop = takeOrders(
    folder,
    async (order) => {
      taken.push(order);
      if (order.do === "revoke") throw new StartRefusal("There is no such key.");
      if (order.do === "list") throw new Error("The database is away.");
      return "Secret: s";
    },
    (error) => bugs.push(error),
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  const order = { do: "add", app: "messenger" } as const;
  expect(await orderFromServer(folder, order)).toBe("Secret: s");
  await expect(orderFromServer(folder, { do: "revoke", key: "k" })).rejects.toThrow(
    "There is no such key.",
  );
  await expect(orderFromServer(folder, { do: "list" })).rejects.toThrow(
    /the server's log says why/,
  );
  await stop();
  expect(taken).toEqual([order, { do: "revoke", key: "k" }, { do: "list" }]);
  expect(bugs).toHaveLength(1);
  expect(readdirSync(path.join(folder, "orders"))).toEqual([]);
});

test("an order that nobody takes is taken back", async () => {
  const folder = aFolder();
  const order = orderFromServer(folder, { do: "list" }, 120);
  await expect(order).rejects.toThrow(/does not answer/);
  expect(readdirSync(path.join(folder, "orders"))).toEqual([]);
});

test("orders that an earlier server left are not done by the next", async () => {
  const folder = aFolder();
  const left = orderFromServer(folder, { do: "add", app: "messenger" }, 1_200);
  const gone = expect(left).rejects.toThrow(/does not answer/);
  const isThere = () =>
    existsSync(path.join(folder, "orders")) &&
    readdirSync(path.join(folder, "orders")).some((one) => one.endsWith(".order"));
  while (!isThere()) await new Promise(setImmediate);
  const taken: KeyOrder[] = [];
  const run = async (order: KeyOrder) => String(taken.push(order));
  const stop = takeOrders(folder, run, () => undefined);
  await gone;
  await stop();
  expect(taken).toEqual([]);
});

test.each([[[]], [["list", "x"]], [["add"]], [["revoke", ""]], [["add", "a", "b"]]])(
  "%j is no order",
  (args) => {
    expect(() => readKeyOrder(args)).toThrow(/^Usage: npm run signal-key/);
  },
);
