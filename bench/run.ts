import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { freeMemory } from "@/lib/server/engines/embedded/free-memory";
import { planWorkers, shortOfMemory } from "@/lib/server/engines/embedded/plan-workers";
import { StartRefusal } from "@/lib/server/start-refusal";
import { buildApp } from "./api/build-app";
import { measureApi } from "./api/measure-api";
import { readBandwidth } from "./bandwidth";
import { bytesNeeded } from "./bytes-needed";
import { measureLive } from "./live/measure-live";
import { gatherOnce, measurePeer, type PeerResult, peerNames } from "./measure-peer";
import { measureOurs } from "./ours";
import { clickhouseStands } from "./peers/clickhouse";
import { installPeers } from "./peers/packages";
import { questionsOf } from "./questions";
import { chart } from "./report/chart";
import { apiReport, liveReport, report } from "./report/table";
import type { SizeResult } from "./results";
import { machineFacts, merged, type Results, readResults, writeResults } from "./results";

const rounds = 25;
/** Peers keep several copies of everybody. */
const mostForPeers = 20_000_000;
/** Loading more into ClickHouse takes minutes, so it has to be asked for by name. */
const mostForClickhouseUnasked = 2_000_000;
const chartFile = "docs/bench.svg";

interface Asked {
  readonly members: readonly number[];
  readonly workers: number | undefined;
  readonly peers: readonly string[];
  /** By whoever runs the bench, instead of all there are. */
  readonly peersNamed: boolean;
  readonly live: boolean;
  readonly engine: boolean;
  readonly api: boolean;
}

/** The size at which the ad API's throughput is promised. */
const membersOfApi = 1_000_000;

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      members: { type: "string", default: "1000000,10000000" },
      workers: { type: "string" },
      peers: { type: "string" },
      only: { type: "string" },
    },
  });
  const members = values.members.split(",").map(Number);
  if (!members.every((count) => Number.isInteger(count) && count >= 100_000)) {
    throw new StartRefusal("--members takes whole numbers from 100000 on, separated by commas.");
  }
  const named = (values.peers ?? peerNames.join(",")).split(",");
  const peers = named.filter((name) => name !== "" && name !== "none");
  const unknown = peers.find((name) => !peerNames.includes(name));
  if (unknown) throw new StartRefusal(`--peers knows ${peerNames.join(", ")}, not ${unknown}.`);
  const { only } = values;
  if (only !== undefined && !["engine", "live", "api"].includes(only)) {
    throw new StartRefusal("--only takes engine, live or api.");
  }
  const workers = values.workers === undefined ? undefined : Number(values.workers);
  return {
    members,
    workers,
    peers,
    peersNamed: values.peers !== undefined,
    live: only === undefined || only === "live",
    engine: only === undefined || only === "engine",
    api: only === undefined || only === "api",
  };
}

/** Why a peer cannot be asked here, or null. */
function hindrance(name: string, members: number, isNamed: boolean): string | null {
  if (members > mostForPeers) return "It is not asked beyond 20 million members.";
  if (name !== "clickhouse") {
    return installPeers([name === "duckdb" ? "@duckdb/node-api" : "roaring"]);
  }
  if (members > mostForClickhouseUnasked && !isNamed) {
    return "Loading so many takes minutes: name it with --peers clickhouse.";
  }
  return clickhouseStands() ? null : "Its packages come with npm run test:clickhouse.";
}

async function measureSize(
  members: number,
  { workers, peers, peersNamed }: Asked,
  bandwidth: number,
): Promise<SizeResult> {
  const { loadingBytes } = planWorkers(members, availableParallelism(), workers);
  const short = shortOfMemory(members, loadingBytes, freeMemory());
  if (short) throw new StartRefusal(short);
  const asked = questionsOf(rounds);
  console.log(`${members.toLocaleString("en")} members: the embedded engine`);
  const { ours, panels, times } = await measureOurs(members, asked, workers);
  const needed = bytesNeeded(members);
  const over = asked
    .map(({ question }, i) => (times[i] ?? 0) / (needed(question) / bandwidth))
    .sort((a, b) => a - b);
  const found: PeerResult[] = [];
  const missing: Record<string, string> = {};
  const people = gatherOnce(members);
  for (const name of peers) {
    const why = hindrance(name, members, peersNamed);
    if (why) {
      missing[name] = why;
      continue;
    }
    console.log(`${members.toLocaleString("en")} members: ${name}`);
    found.push(await measurePeer(name, members, people, asked, { panels, times }));
  }
  return {
    members,
    ours,
    peers: found,
    timesBandwidth: over[Math.floor(over.length / 2)] ?? 0,
    missing,
  };
}

async function main(): Promise<void> {
  const asked = readArguments();
  const bandwidth = readBandwidth();
  const sizes: SizeResult[] = [];
  if (asked.engine) {
    for (const members of asked.members) sizes.push(await measureSize(members, asked, bandwidth));
  }
  const largest = asked.members.at(-1) ?? 0;
  const live = asked.live && largest <= mostForPeers ? await measureLive(largest) : null;
  if (asked.api) buildApp();
  const api = asked.api ? await measureApi(membersOfApi) : null;
  const now: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machineFacts(bandwidth),
    node: process.versions.node,
    sizes,
    ...(live && { live }),
    ...(api && { api }),
  };
  if (asked.engine) console.log(`\n${report(now)}`);
  if (live) console.log(`\n\n${liveReport(live)}`);
  if (api) console.log(`\n\n${apiReport(api)}`);
  const all = merged(readResults(), now);
  writeResults(all);
  writeFileSync(chartFile, chart(all));
  console.log(`\nWritten to bench/results.json and ${chartFile}.`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
