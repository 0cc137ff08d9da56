import { describe, expect, test } from "vitest";
import { identityKey } from "@/lib/network/population/import/identity-key";
import { listMatchable, type SuppressionStore, suppressionKey } from "./suppression";

const pepper = "a pepper that only tests know, 32 characters";
const person = (n: number) => identityKey(pepper, "email", n.toString(16).padStart(64, "0"));
const now = new Date("2026-11-22T12:00:00Z");

/** What every store of suppressed identifiers promises; run over each implementation. */
export function suppressionContract(name: string, open: () => Promise<SuppressionStore>): void {
  describe(`suppressed identifiers in ${name}`, () => {
    test("match no list of the company that was told to stop, and still others'", async () => {
      const store = await open();
      await store.add([suppressionKey(pepper, person(1), { company: "shop" })], now);
      const people = [person(0), person(1), person(2)];
      expect(await listMatchable(store, pepper, people, "shop")).toEqual([0, 2]);
      expect(await listMatchable(store, pepper, people, "bank")).toEqual([0, 1, 2]);
      expect(await listMatchable(store, pepper, people, null)).toEqual([0, 1, 2]);
    });

    test("match that company's lists again once their person has taken it back, and nobody else's do", async () => {
      const store = await open();
      const stopped = [1, 2].map((n) => suppressionKey(pepper, person(n), { company: "shop" }));
      await store.add([...stopped, suppressionKey(pepper, person(1), { company: "bank" })], now);
      await store.remove(stopped.slice(0, 1));
      await store.remove([]);
      const people = [person(1), person(2)];
      expect(await listMatchable(store, pepper, people, "shop")).toEqual([0]);
      expect(await listMatchable(store, pepper, people, "bank")).toEqual([1]);
    });

    test("that are taken back are told with their moment, and only that moment's is removed by it", async () => {
      const store = await open();
      const key = suppressionKey(pepper, person(1), { company: "shop" });
      const later = new Date(now.getTime() + 1);
      await store.add([key], now);
      await store.add([key], later);
      await store.removeOf([{ key, at: now }]);
      expect(await listMatchable(store, pepper, [person(1)], "shop")).toEqual([]);
      const [told, ...more] = await store.remove([key]);
      expect([told?.at, Buffer.from(told?.key ?? []).equals(key), more]).toEqual([later, true, []]);
      expect(await store.remove([key])).toEqual([]);
      await store.add([key], now);
      await store.removeOf([{ key, at: now }]);
      expect(await listMatchable(store, pepper, [person(1)], "shop")).toEqual([0]);
    });

    test("match nothing any more once their person has deleted everything, whoever uploads them and however often", async () => {
      const store = await open();
      const key = suppressionKey(pepper, person(1), "everybody");
      await store.add([key], now);
      await store.add([key, key], now);
      for (const company of ["shop", "bank", null]) {
        expect(await listMatchable(store, pepper, [person(1), person(2)], company)).toEqual([1]);
      }
      expect(await listMatchable(store, pepper, [], "shop")).toEqual([]);
      await store.add([], now);
    });

    test("are kept in a form that neither is nor finds the identifier without the pepper", () => {
      const key = Buffer.from(suppressionKey(pepper, person(1), "everybody"));
      expect(key.equals(person(1))).toBe(false);
      expect(key.equals(suppressionKey(`${pepper}!`, person(1), "everybody"))).toBe(false);
      expect(key.equals(suppressionKey(pepper, person(1), { company: "everybody" }))).toBe(false);
    });
  });
}
