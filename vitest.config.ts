import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * Quick tests run in `npm run verify`; files named *.deep.test.ts run in `npm run test:deep`, and those named
 * *.cluster.test.ts, which start ClickHouse servers, in `npm run test:clickhouse`.
 */
const kinds = ["deep", "cluster"] as const;
const kind = kinds.find((one) => one === process.env.NOD_TESTS);

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}scripts/tests/server-only.ts` },
    ],
  },
  test: {
    globalSetup: ["scripts/tests/build-engine-setup.ts"],
    include: kind ? [`**/*.${kind}.test.{ts,tsx}`] : ["**/*.test.{ts,tsx}"],
    exclude: [
      "**/node_modules/**",
      "**/.next*/**",
      "e2e/**",
      ...(kind ? [] : kinds.map((one) => `**/*.${one}.test.{ts,tsx}`)),
    ],
    // Quick tests hold no state between files, so they share one module graph a thread: four times as fast.
    pool: kind ? "forks" : "threads",
    isolate: kind !== undefined,
    testTimeout: kind ? 300_000 : 60_000,
    hookTimeout: kind ? 300_000 : 60_000,
  },
});
