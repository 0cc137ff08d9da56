import { Readable } from "node:stream";
import { type ClickHouseClient, ClickHouseError, createClient } from "@clickhouse/client";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import type { ClickhouseAddress } from "./address";

export type Row = readonly unknown[];

/** The servers, one a shard. Whatever goes wrong with one of them is EngineUnavailable; only our own mistakes throw otherwise. */
export interface Nodes {
  readonly count: number;
  /** The same question to every shard; their rows in any order. */
  askAll(sql: string, mayTakeLong?: boolean): Promise<Row[]>;
  ask(shard: number, sql: string): Promise<Row[]>;
  /** A statement that may take minutes. */
  run(shard: number, sql: string): Promise<void>;
  /** Rows in the RowBinary format. */
  insert(shard: number, table: string, columns: readonly string[], rows: Buffer): Promise<void>;
  /** The server's address without name and password, for sentences. */
  nameOf(shard: number): string;
  close(): Promise<void>;
}

const workMs = 3_600_000;

/**
 * Never half an answer: a shard that is missing fails the question, and an answer is read only when it is complete. Long lists
 * of interests need longer texts than the servers expect.
 */
const settings = {
  skip_unavailable_shards: 0,
  wait_end_of_query: 1,
  max_query_size: "16777216",
  max_ast_elements: "2000000",
  max_expanded_ast_elements: "4000000",
} as const;

export function openNodes(address: ClickhouseAddress, askMs: number): Nodes {
  const { nodes, cluster } = address;
  const open = (request_timeout: number) =>
    nodes.map(({ url, user, password }) =>
      createClient({
        url,
        username: user,
        password,
        request_timeout,
        application: "nod",
        clickhouse_settings: settings,
        // The engine's owner logs failures; the client would log each with its query.
        log: { level: 127 },
      }),
    );
  const asking = open(askMs);
  const working = open(workMs);

  const ask = (client: ClickHouseClient, query: string) =>
    answered(async () => {
      const result = await client.query({ query, format: "JSONCompactEachRow" });
      return await result.json<Row>();
    });

  return {
    count: nodes.length,
    async askAll(sql, mayTakeLong = false) {
      const clients = mayTakeLong ? working : asking;
      if (cluster === null) {
        const answers = await Promise.all(clients.map((client) => ask(client, sql)));
        return answers.flat();
      }
      const [first] = clients;
      return first ? ask(first, `SELECT * FROM cluster('${cluster}', view(${sql}))`) : [];
    },
    ask: (shard, sql) => ask(at(asking, shard), sql),
    run: (shard, query) =>
      answered(async () => {
        await at(working, shard).command({ query });
      }),
    insert: (shard, table, columns, rows) =>
      answered(async () => {
        const { stream } = await at(working, shard).exec({
          query: `INSERT INTO ${table} (${columns.join(", ")}) FORMAT RowBinary`,
          values: Readable.from([rows], { objectMode: false }),
        });
        stream.resume();
        await new Promise((resolve, reject) => stream.once("end", resolve).once("error", reject));
      }),
    nameOf: (shard) => nodes[shard]?.url ?? "",
    async close() {
      await Promise.all([...asking, ...working].map((client) => client.close()));
    },
  };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`There is no shard ${index}.`);
  return found;
}

/** Codes by which a server says that the statement itself is wrong, which is a bug of ours: asking again changes nothing. */
const ourFault = new Set(["36", "42", "43", "46", "47", "53", "62", "184", "215", "386"]);

/** A server repeats the statement in its errors: numbers in it may be members, which no log may name. */
const saidBy = ({ code, type = "", message }: ClickHouseError): Error =>
  new Error(`${type} (${code}): ${message.replace(/\d+/g, "#").slice(0, 300)}`);

async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof ClickHouseError ? saidBy(error) : error;
    if (error instanceof ClickHouseError && ourFault.has(error.code)) throw said;
    throw new EngineUnavailable(said);
  }
}
