import { describe, expect, test } from "vitest";
import { companyOfList } from "@/lib/network/population/list-part";
import type { MemberChange } from "@/lib/network/reach/engine";
import { createCustomerLists, type Upload } from "./customer-lists";
import type { ListStore, MemberIdentities } from "./list-store";
import { listNow, listPepper, rowOf, strangerEmail } from "./testing";

/** Lists over an implementation, and what goes on beside them. Members 0-39 say yes to everything. */
export interface ListsUnderTest {
  readonly store: ListStore;
  readonly identities: MemberIdentities;
  readonly record: (changes: readonly MemberChange[]) => Promise<void>;
  /** People whom the engine has on these parts. */
  readonly count: (parts: readonly string[]) => Promise<number>;
  readonly suppress: (member: number, company: string | "everybody") => Promise<void>;
}

const shop = { audienceId: 1, company: "shop" };
const members = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const upload = (over: Partial<Upload> & Pick<Upload, "sessionId">): Upload => ({
  ...{ operation: "add", seq: 1, last: true, estimated: null, invalid: 0, at: listNow },
  rows: [],
  ...over,
  received: over.rows?.length ?? 0,
});

/** What lists promise, whatever they are kept in. */
export function listContract(name: string, open: () => Promise<ListsUnderTest>): void {
  describe(`customer lists in ${name}`, () => {
    const opened = async () => {
      const under = await open();
      const parts = { ...under, pepper: listPepper, now: () => listNow };
      const lists = createCustomerLists(parts);
      const factsOf = async (ref = shop) => {
        const facts = (await lists.factsOf([ref])).get(ref.audienceId);
        if (!facts) throw new Error("There are no facts.");
        return facts;
      };
      const people = async (ref = shop) => under.count((await factsOf(ref)).parts);
      return { ...under, lists, factsOf, people };
    };

    test("find the people who said yes, by each call of a session together, and keep no row", async () => {
      const { lists, people, factsOf, store } = await opened();
      const first = upload({ sessionId: "a", last: false, rows: members(0, 10).map(rowOf) });
      await lists.receive(shop, first);
      expect([await people(), (await factsOf()).open]).toEqual([0, true]);
      expect(await store.staged(1, "a")).toHaveLength(10);
      const second = [...members(5, 20).map(rowOf), { email: strangerEmail(1), phone: null }];
      await lists.receive(shop, upload({ sessionId: "a", seq: 2, rows: second }));
      expect([await people(), (await factsOf()).rows]).toEqual([20, 21]);
      expect((await factsOf()).open).toBe(false);
      expect(await store.staged(1, "a")).toEqual([]);
      expect(await lists.listSessions(1)).toMatchObject([
        { sessionId: "a", received: 26, operation: "add" },
      ]);
    });

    test("take a batch once, and a session that is through not again", async () => {
      const { lists, people, factsOf } = await opened();
      const batch = upload({ sessionId: "a", last: false, rows: members(0, 10).map(rowOf) });
      await lists.receive(shop, batch);
      expect((await lists.receive(shop, batch)).received).toBe(10);
      const last = upload({ sessionId: "a", seq: 2, rows: members(10, 12).map(rowOf) });
      await lists.receive(shop, last);
      const before = await factsOf();
      await lists.receive(shop, last);
      const late = upload({ sessionId: "a", seq: 3, rows: members(20, 30).map(rowOf) });
      expect((await lists.receive(shop, late)).received).toBe(12);
      expect(await factsOf()).toEqual(before);
      expect(await people()).toBe(12);
    });

    test("find the people of a long upload in the background, and take nothing after its last call", async () => {
      const under = await open();
      const lists = createCustomerLists({
        ...{ ...under, pepper: listPepper, now: () => listNow, mostAtOnce: 15 },
      });
      const factsOf = async () => (await lists.factsOf([shop])).get(shop.audienceId);
      const first = upload({ sessionId: "a", last: false, rows: members(0, 10).map(rowOf) });
      await lists.receive(shop, first);
      const last = upload({ sessionId: "a", seq: 2, rows: members(10, 20).map(rowOf) });
      expect(await lists.receive(shop, last)).toMatchObject({ received: 20, completedAt: null });
      expect((await lists.receive(shop, last)).received).toBe(20);
      const late = upload({ sessionId: "a", seq: 3, rows: members(20, 30).map(rowOf) });
      expect((await lists.receive(shop, late)).received).toBe(20);
      await lists.settled();
      const facts = await factsOf();
      expect(facts).toMatchObject({ rows: 20, open: false, finding: false });
      expect(await under.count(facts?.parts ?? [])).toBe(20);
      expect(await under.store.staged(1, "a")).toEqual([]);
      await lists.receive(shop, last);
      expect(await factsOf()).toEqual(facts);
    });

    test("take up what a server that ended left of a long upload", async () => {
      const under = await open();
      const parts = { ...under, pepper: listPepper, now: () => listNow, mostAtOnce: 0 };
      const ended = createCustomerLists({
        ...parts,
        store: { ...under.store, staged: () => new Promise<never>(() => {}) },
      });
      await ended.receive(shop, upload({ sessionId: "a", rows: members(0, 20).map(rowOf) }));
      const lists = createCustomerLists(parts);
      expect((await lists.factsOf([shop])).get(1)).toMatchObject({ rows: 0, finding: true });
      await lists.settled();
      const facts = (await lists.factsOf([shop])).get(1);
      expect(facts).toMatchObject({ rows: 20, finding: false });
      expect(await under.count(facts?.parts ?? [])).toBe(20);
    });

    test("take people off, replace them, and go by what was uploaded and never by who was found", async () => {
      const { lists, people, factsOf } = await opened();
      const send = (sessionId: string, operation: Upload["operation"], who: readonly number[]) =>
        lists.receive(shop, upload({ sessionId, operation, rows: who.map(rowOf) }));
      await send("a", "add", members(0, 20));
      const { parts } = await factsOf();
      await send("b", "remove", members(15, 25));
      expect([await people(), (await factsOf()).rows]).toEqual([15, 10]);
      // Nobody of these stood there, and the list is another one all the same.
      const afterB = await factsOf();
      await send("c", "remove", members(30, 35));
      expect((await factsOf()).parts).not.toEqual(afterB.parts);
      const afterC = await factsOf();
      await send("d", "remove", members(30, 35));
      expect((await factsOf()).parts).toEqual(afterC.parts);
      await send("e", "replace", members(0, 20));
      expect([(await factsOf()).parts, await people()]).toEqual([parts, 20]);
    });

    test("with the same rows are the same to a question, in any order, any number of calls and any audience of the company", async () => {
      const { lists, factsOf } = await opened();
      const rows = members(0, 20).map(rowOf);
      await lists.receive(shop, upload({ sessionId: "a", rows }));
      const first = await factsOf();
      await lists.receive(shop, upload({ sessionId: "b", rows: rows.toReversed() }));
      expect((await factsOf()).parts).toEqual(first.parts);
      const second = { audienceId: 2, company: "shop" };
      for (const [i, row] of rows.entries()) {
        const last = i === rows.length - 1;
        await lists.receive(second, upload({ sessionId: "z", seq: i + 1, last, rows: [row] }));
      }
      expect((await factsOf(second)).parts).toEqual(first.parts);
      const elsewhere = { audienceId: 3, company: "bank" };
      await lists.receive(elsewhere, upload({ sessionId: "y", rows }));
      expect((await factsOf(elsewhere)).parts).not.toEqual(first.parts);
      expect((await factsOf(elsewhere)).parts.map(companyOfList)).toEqual(["bank"]);
    });

    test("never hold who withdrew, stopped the company or left, however often they are uploaded again", async () => {
      const { lists, people, record, suppress } = await opened();
      const send = (sessionId: string, ref = shop) =>
        lists.receive(ref, upload({ sessionId, rows: members(0, 10).map(rowOf) }));
      const withdraws = (member: number) =>
        record(
          (["messenger", "social", "photos"] as const).map((recipient) => ({
            type: "consent",
            ...{ member, purpose: "known_companies" as const, recipient, given: false },
          })),
        );
      await withdraws(1);
      await suppress(2, "shop");
      await suppress(3, "everybody");
      await record([{ type: "left", member: 4 }]);
      await send("a");
      await send("b");
      expect(await people()).toBe(6);
      const bank = { audienceId: 9, company: "bank" };
      await send("c", bank);
      expect(await people(bank)).toBe(7);
      await withdraws(5);
      expect(await people()).toBe(5);
      await send("d");
      expect(await people()).toBe(5);
    });

    test("are forgotten with who stood on them, as far as no other list holds the same", async () => {
      const { lists, people, factsOf, store, count } = await opened();
      const twin = { audienceId: 2, company: "shop" };
      const rows = members(0, 10).map(rowOf);
      await lists.receive(shop, upload({ sessionId: "a", rows }));
      await lists.receive(twin, upload({ sessionId: "a", rows }));
      const { parts } = await factsOf();
      await lists.remove(shop);
      expect([await people(), await people(twin)]).toEqual([0, 10]);
      await lists.remove(twin);
      expect([await count(parts), await store.membersOn(parts)]).toEqual([0, []]);
      expect(await lists.listSessions(1)).toEqual([]);
    });

    test("forget the rows of an upload that nobody goes on with", async () => {
      const { lists, store } = await opened();
      const rows = members(0, 10).map(rowOf);
      await lists.receive(shop, upload({ sessionId: "a", last: false, rows }));
      await store.expire(new Date(listNow.getTime() + 1000));
      expect([await store.staged(1, "a"), await lists.listSessions(1)]).toEqual([[], []]);
    });
  });
}
