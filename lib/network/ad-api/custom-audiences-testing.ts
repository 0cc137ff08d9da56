import { aListNetwork, emailOf } from "@/lib/network/lists/testing";
import type { Member } from "@/lib/network/population/member";
import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { createRelease } from "@/lib/network/release/create-release";
import { createListRelease } from "@/lib/network/release/list-release";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import type { Overview } from "@/lib/network/release/overview";
import { flightSource } from "./flights";
import { memoryActivities, memoryObjects } from "./memory-stores";
import type { LoggedActivity } from "./store";
import { aNetwork } from "./testing";

export const aList = {
  name: "Customers",
  subtype: "CUSTOM",
  customer_file_source: "USER_PROVIDED_ONLY",
};

/** How a company knows members from one number up to another. */
export const hashes = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, i) => emailOf(from + i));

/** The whole ad API over real lists, a real release and the engine that is obviously right. */
export async function anUploadNetwork(
  members: readonly Member[],
  overview: Overview | null = null,
  mostAtOnce?: number,
) {
  const { engine, lists, record } = aListNetwork(members, mostAtOnce);
  const table = memoryReleaseTable();
  const answered = new Set<string>();
  const noting = {
    ...table,
    record: (...given: Parameters<typeof table.record>) => {
      for (const { row } of given[0]) answered.add(`${row.kind} ${row.key}`);
      return table.record(...given);
    },
  };
  const parts = {
    ...{ engine, table: noting, key: "a key that only tests know", epochSalt: "test" },
    countries: ["IN"],
    wallNow: () => new Date("2026-11-20T10:00:00Z"),
    networkNow: () => new Date("2026-11-20T10:00:00Z"),
  };
  const log: LoggedActivity[] = [];
  const stores = { objects: memoryObjects(log), activities: memoryActivities(log) };
  const network = await aNetwork({
    ...stores,
    release: createRelease(parts),
    customers: { lists, release: createListRelease(parts) },
    overview: () => overview,
  });
  return {
    ...network,
    record,
    lists,
    /** How many different questions were answered so far. */
    asked: () => answered.size,
    exactly: async (expression: Expression) => peopleIn(await engine.count(expression)),
    flights: flightSource({ ...stores, accounts: network.accounts, lists }),
    call: async (method: string, path: string, params: Record<string, unknown>) => {
      const response = await network.handle(
        new Request(`http://nod.test/graph/v24.0/${path}`, {
          method,
          headers: { authorization: `Bearer ${network.token}` },
          body: JSON.stringify(params),
        }),
      );
      return { status: response.status, body: JSON.parse(await response.text()) };
    },
  };
}

export type UploadNetwork = Awaited<ReturnType<typeof anUploadNetwork>>;

/** Status, code, subcode and the field that is blamed. */
export const refusal = ({ status, body }: Awaited<ReturnType<UploadNetwork["post"]>>) => [
  status,
  body.error?.code,
  body.error?.error_subcode,
  body.error?.error_data?.blame_field_specs?.[0]?.join("."),
];
