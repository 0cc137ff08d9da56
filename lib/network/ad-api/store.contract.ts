import { beforeEach, describe, expect, it } from "vitest";
import type { Activity, ActivityStore, AdObjectStore, NewAdObject } from "./store";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));

const anObject = (id: number, over: Partial<NewAdObject> = {}): NewAdObject => ({
  id,
  kind: "campaign",
  accountId: "101",
  parentId: null,
  status: "ACTIVE",
  data: { name: `Object ${id}`, nested: { list: [1, "two"] } },
  operationId: null,
  createdTime: at(0),
  updatedTime: at(0),
  ...over,
});

const anActivity = (minute: number, over: Partial<Activity> = {}): Activity => ({
  accountId: "101",
  at: at(minute),
  eventType: "update_campaign_name",
  actorId: "t1",
  actorName: "Sheet",
  objectId: "1",
  objectType: "CAMPAIGN",
  objectName: "Object 1",
  extra: { name: { old_value: "Object 1", new_value: "New" } },
  ...over,
});

interface Stores {
  readonly objects: AdObjectStore;
  readonly activities: ActivityStore;
}

/** What every store of ad objects does; `open` answers an empty one with its log. */
export function adObjectStoreContract(name: string, open: () => Promise<Stores>): void {
  describe(`ad objects in ${name}`, () => {
    let store: AdObjectStore;
    let log: ActivityStore;
    beforeEach(async () => {
      ({ objects: store, activities: log } = await open());
    });

    it("log what was changed together with the change, and only when it was made", async () => {
      const made = [anActivity(0, { eventType: "create_campaign", extra: {} })];
      await store.insertOnce(anObject(1, { operationId: "o", activities: made }));
      await store.insertOnce(anObject(2, { operationId: "o", activities: made }));
      const both = [anActivity(3), anActivity(3, { objectName: "Later" })];
      await store.update(1, { data: { name: "New" }, at: at(3), activities: both });
      await store.update(99, { data: {}, at: at(4), activities: [anActivity(4)] });
      await store.update(1, {
        data: {},
        at: at(5),
        activities: [anActivity(5, { accountId: "102" })],
      });
      const lines = await log.list("101", at(0), at(9));
      expect(lines.map(({ seq: _, ...line }) => line)).toEqual([both[1], both[0], made[0]]);
      expect(await log.list("101", at(1), at(2))).toEqual([]);
      expect(await log.list("101", at(0), at(0))).toHaveLength(1);
    });

    it("come back as they were written", async () => {
      const { operationId: _, ...object } = anObject(1);
      expect(await store.insertOnce(anObject(1))).toEqual({ object, made: true });
      expect(await store.getMany([1, 99])).toEqual([object]);
      expect(await store.getMany([])).toEqual([]);
    });

    it("are made once for an operation of an account, also by ten at a time", async () => {
      const tries = Array.from({ length: 10 }, (_, index) =>
        store.insertOnce(anObject(10 + index, { operationId: "launch" })),
      );
      const results = await Promise.all(tries);
      expect(results.filter(({ made }) => made)).toHaveLength(1);
      expect(new Set(results.map(({ object }) => object.id)).size).toBe(1);
      const [first] = results;
      expect(await store.getByOperation("101", "launch")).toEqual(first?.object);
      expect(await store.getByOperation("102", "launch")).toBeNull();
      const other = await store.insertOnce(
        anObject(30, { accountId: "102", operationId: "launch" }),
      );
      expect(other.made).toBe(true);
      const ids = results.map(({ object }) => object.id);
      expect(await store.listStatusChanges(ids)).toHaveLength(1);
    });

    it("are listed by kind, account, parent and id, ascending", async () => {
      await store.insertOnce(anObject(3));
      await store.insertOnce(anObject(1, { accountId: "102" }));
      await store.insertOnce(anObject(2, { kind: "adset", parentId: 3 }));
      const ids = async (filter: Parameters<typeof store.list>[0]) =>
        (await store.list(filter)).map(({ id }) => id);
      expect(await ids({ kind: "campaign" })).toEqual([1, 3]);
      expect(await ids({ kind: "campaign", accountIds: ["101"] })).toEqual([3]);
      expect(await ids({ kind: "adset", parentIds: [3, 4] })).toEqual([2]);
      expect(await ids({ kind: "campaign", ids: [1, 2] })).toEqual([1]);
      expect(await ids({ kind: "campaign", accountIds: [] })).toEqual([]);
    });

    it("keep the fields that a change does not write, and tell when the status changed", async () => {
      await store.insertOnce(anObject(1));
      await store.insertOnce(anObject(2, { status: "PAUSED" }));
      await store.update(1, { data: { name: "New" }, at: at(1) });
      await store.update(1, { status: "ACTIVE", at: at(2) });
      const paused = await store.update(1, { status: "PAUSED", data: { more: true }, at: at(3) });
      expect(paused).toEqual({
        ...anObject(1),
        operationId: undefined,
        status: "PAUSED",
        data: { name: "New", nested: { list: [1, "two"] }, more: true },
        updatedTime: at(3),
      });
      expect(await store.getMany([1])).toEqual([paused]);
      expect(await store.listStatusChanges([1, 2])).toEqual(
        expect.arrayContaining([
          { objectId: 1, status: "ACTIVE", at: at(0) },
          { objectId: 2, status: "PAUSED", at: at(0) },
          { objectId: 1, status: "PAUSED", at: at(3) },
        ]),
      );
      expect(await store.listStatusChanges([1])).toHaveLength(2);
      expect(await store.update(77, { status: "PAUSED", at: at(4) })).toBeNull();
    });

    it("lose no field to changes at the same moment", async () => {
      await store.insertOnce(anObject(1, { data: {} }));
      const names = ["a", "b", "c", "d", "e"];
      await Promise.all(names.map((name) => store.update(1, { data: { [name]: 1 }, at: at(1) })));
      const [object] = await store.getMany([1]);
      expect(Object.keys(object?.data ?? {}).sort()).toEqual(names);
    });

    it("find a picture by its hash, in whichever account it is", async () => {
      await store.insertOnce(anObject(1, { data: { hash: "abc" } }));
      await store.insertOnce(anObject(2, { kind: "image", accountId: "9", data: { hash: "abc" } }));
      expect((await store.findImage("abc"))?.id).toBe(2);
      expect(await store.findImage("def")).toBeNull();
    });
  });
}
