// `npm start`: checks, builds, serves, and says how far it is.
import { spawn, spawnSync } from "node:child_process";
import { build } from "./build.mjs";

const preflight = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/preflight.ts"], {
  stdio: ["ignore", "inherit", "inherit"],
});
if (preflight.status !== 0) process.exit(preflight.status ?? 1);

build();

const host = process.env.HOST ?? "127.0.0.1";
const port = process.env.PORT ?? "3000";
const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
const url = `http://${name.includes(":") ? `[${name}]` : name}:${port}`;

const server = spawn(
  process.execPath,
  ["node_modules/next/dist/bin/next", "start", "--hostname", host, "--port", port],
  {
    stdio: ["ignore", "pipe", "inherit"],
    // The server closes its database and engine before it exits (lib/server/bootstrap.ts).
    env: {
      ...process.env,
      HOST: host,
      PORT: port,
      NEXT_MANUAL_SIG_HANDLE: "true",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  },
);
// Next's own greeting would say "ready" before the members are there; log lines pass.
server.stdout.on("data", (chunk) => {
  for (const line of chunk.toString().split("\n"))
    if (line.startsWith("{")) process.stdout.write(`${line}\n`);
});

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
  process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
}
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

let said = "";
const say = (line) => {
  if (line !== said) console.log(line);
  said = line;
};

async function follow() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const response = await fetch(`${url}/api/health`).catch(() => null);
    if (!response) continue;
    const health = await response.json().catch(() => null);
    if (response.ok && health) {
      const people =
        health.members === null
          ? ""
          : ` with ${new Intl.NumberFormat("en").format(health.members)} members`;
      console.log(`Nod ${health.version} is ready at ${url}${people}.`);
      return;
    }
    if (health?.progress) {
      const { message, share } = health.progress;
      const tenth = Math.floor(share * 10) * 10;
      say(tenth > 0 ? `${message}: ${tenth} %` : message);
    }
  }
}

await follow();
