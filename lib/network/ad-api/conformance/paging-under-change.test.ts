import fc from "fast-check";
import { expect, it } from "vitest";
import { aCampaign } from "../testing";
import { aClient, type TestClient } from "./a-client";

/** What happens after a page was read, before the next one is asked for. */
const step = fc.record({
  limit: fc.integer({ min: 1, max: 4 }),
  added: fc.integer({ min: 0, max: 2 }),
  /** Places in the list as it was at first. */
  deleted: fc.array(fc.nat(11), { maxLength: 2 }),
  deletesCursor: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const add = async (client: TestClient): Promise<string> =>
  (await client.post("act_101/campaigns", aCampaign)).body.id;

async function happen(
  client: TestClient,
  what: Step,
  first: readonly string[],
  page: readonly string[],
) {
  const gone = what.deleted.flatMap((place) => first[place] ?? []);
  if (what.deletesCursor) gone.push(...page.slice(-1));
  for (const id of gone) await client.remove(id);
  for (let i = 0; i < what.added; i += 1) await add(client);
  return gone;
}

it("a list read page by page tells everybody who stayed exactly once, whatever is added and deleted meanwhile", async () => {
  const steps = fc.infiniteStream(step);
  await fc.assert(
    fc.asyncProperty(steps, async (changes) => {
      const client = await aClient();
      const first: string[] = [];
      for (let i = 0; i < 12; i += 1) first.push(await add(client));
      const gone = new Set<string>();
      const seen: string[] = [];
      let next: string | undefined = "act_101/campaigns?limit=3";
      for (const change of changes) {
        const { body } = await client.say(next);
        const page: string[] = body.data.map(({ id }: { id: string }) => id);
        seen.push(...page);
        next = body.paging?.next?.replace(/limit=\d+/, `limit=${change.limit}`);
        if (next === undefined) break;
        for (const id of await happen(client, change, first, page)) gone.add(id);
      }
      await client.close();
      expect(new Set(seen).size).toBe(seen.length);
      const stayed = first.filter((id) => !gone.has(id)).sort();
      expect(seen.filter((id) => stayed.includes(id)).sort()).toEqual(stayed);
    }),
    { numRuns: 12 },
  );
});
