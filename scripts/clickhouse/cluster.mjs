// ClickHouse servers from npm for tests and the bench: `startCluster({nodes})` starts that many on this machine, each a
// process of its own with its own folder and ports, known to each other as shards of one cluster. Loopback only, no
// passwords, no Keeper.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

// A script that was bundled runs elsewhere, from the repository's root.
const here = [
  path.dirname(fileURLToPath(import.meta.url)),
  path.resolve("scripts/clickhouse"),
].find((folder) => existsSync(path.join(folder, "node.mjs")));
const clusterName = "nod";
const mostWaitMs = 60_000;

/** Starts the servers and resolves when all of them answer; `kill(i)` ends one at once, `stop()` ends all and removes their folders. */
export async function startCluster({ nodes = 2 } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "nod-clickhouse-"));
  const ports = await freePorts(nodes * 2);
  const places = Array.from({ length: nodes }, (_, i) => ({
    tcp: ports[i * 2],
    http: ports[i * 2 + 1],
    folder: path.join(folder, `node-${i + 1}`),
  }));
  const config = path.join(folder, "config.xml");
  writeFileSync(config, configOf(places));
  const running = places.map((place) => startNode(place, config));
  const endAll = () => {
    for (const { child } of running) child.kill("SIGKILL");
  };
  process.once("exit", endAll);
  const stop = async () => {
    process.off("exit", endAll);
    endAll();
    await Promise.all(running.map(({ ended }) => ended));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await Promise.all(places.map((place, i) => answers(place, running[i])));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    clusterName,
    urls: places.map(({ http }) => `http://127.0.0.1:${http}`),
    async kill(i) {
      running[i].child.kill("SIGKILL");
      await running[i].ended;
    },
    /** Starts a killed server again on its own data and ports. */
    async revive(i) {
      running[i] = startNode(places[i], config);
      await answers(places[i], running[i]);
    },
    stop,
  };
}

function startNode({ folder, tcp, http }, config) {
  mkdirSync(folder, { recursive: true });
  const child = spawn(
    process.execPath,
    [path.join(here, "node.mjs"), folder, config, String(tcp), String(http)],
    { cwd: folder, stdio: ["pipe", "ignore", "pipe"] },
  );
  const node = { child, said: "", ended: new Promise((resolve) => child.once("close", resolve)) };
  child.stderr.on("data", (chunk) => {
    node.said = (node.said + chunk).slice(-4000);
  });
  child.stdin.on("error", () => {});
  return node;
}

async function answers({ http }, node) {
  const until = Date.now() + mostWaitMs;
  while (Date.now() < until) {
    if (node.child.exitCode !== null || node.child.signalCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${http}/ping`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`A ClickHouse server did not start. ${node.said}`);
}

const configOf = (places) => `<clickhouse>
  <logger><level>none</level></logger>
  <remote_servers>
    <${clusterName}>
${places
  .map(
    ({ tcp }) =>
      `      <shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`,
  )
  .join("\n")}
    </${clusterName}>
  </remote_servers>
</clickhouse>
`;

/** Held open together, so that no port is given twice. */
async function freePorts(count) {
  const probes = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve, reject) => {
          const probe = createServer();
          probe.once("error", reject);
          probe.listen(0, "127.0.0.1", () => resolve(probe));
        }),
    ),
  );
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
