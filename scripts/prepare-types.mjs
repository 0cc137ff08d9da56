import { spawnSync } from "node:child_process";

/** Next generates the types of routes and its own environment, and keeps them out of git; checks need them before a build. */
export function prepareTypes() {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/next/dist/bin/next", "typegen"],
    {
      encoding: "utf8",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    },
  );
  if (status !== 0) throw new Error(`The types of the routes could not be made.\n${stderr}`);
}
