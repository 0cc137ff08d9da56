// `npm run test:postgres`: the store contracts on a PostgreSQL server that is made for the run and removed after it.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** The newest installation: Debian keeps versions side by side, others put them on the PATH. */
function findBin() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(path.delimiter),
  ];
  return folders.find(
    (folder) =>
      existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres")),
  );
}

/** PostgreSQL refuses to run as root: the first account of these that exists runs it instead. */
function accountToRun() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const id = (flag) => spawnSync("id", [flag, name], { encoding: "utf8" });
    const uid = id("-u");
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(id("-g").stdout) };
  }
  return fail("As root, the tests need an account called postgres or nobody to run PostgreSQL.");
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address.port));
    });
  });

const bin = findBin();
if (!bin)
  fail(
    "No PostgreSQL was found (initdb and postgres): install it, for example with apt-get install postgresql.",
  );

const account = accountToRun();
const folder = mkdtempSync(path.join(tmpdir(), "nod-postgres-"));
chmodSync(folder, 0o700);
if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
const data = path.join(folder, "data");
const run = { ...account, cwd: folder, env: { ...process.env, LC_ALL: "C", HOME: folder } };

let server;
function remove() {
  server?.kill("SIGINT");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.on("exit", remove);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const made = spawnSync(
  path.join(bin, "initdb"),
  ["-D", data, "-U", "nod", "--auth=trust", "--encoding=UTF8", "--no-sync", "--no-instructions"],
  { ...run, encoding: "utf8" },
);
if (made.status !== 0) fail(`initdb failed: ${made.stderr || made.error?.message}`);

const port = await freePort();
server = spawn(
  path.join(bin, "postgres"),
  [
    ["-D", data],
    ["-k", folder],
    ["-h", "127.0.0.1"],
    ["-p", String(port)],
    ["-c", "fsync=off"],
    ["-c", "max_connections=100"],
  ].flat(),
  { ...run, stdio: ["ignore", "ignore", "pipe"] },
);
let said = "";
server.stderr.on("data", (chunk) => {
  said += chunk;
});

const ready = () =>
  spawnSync(path.join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-q"]).status ===
  0;
for (let tries = 0; !ready(); tries++) {
  if (tries > 150 || server.exitCode !== null) fail(`PostgreSQL did not start: ${said}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
}

const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : [
        "lib/server/store",
        "lib/server/db",
        "lib/server/import",
        "lib/server/auth",
        "lib/server/you",
        "lib/server/backup/postgres-restore",
        "lib/server/signals/held-out",
        "lib/server/transparency",
        "lib/server/engines/member-log",
        "lib/server/ledger",
        "lib/server/secrets",
      ];
const tests = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...files], {
  stdio: "inherit",
  env: {
    ...process.env,
    NOD_TESTS: "deep",
    TEST_DATABASE_URL: `postgres://nod@127.0.0.1:${port}/postgres`,
  },
});
const status = await new Promise((resolve) => tests.on("close", resolve));
const stopped = new Promise((resolve) => server.on("close", resolve));
server.kill("SIGINT");
await stopped;
process.exit(status ?? 1);
