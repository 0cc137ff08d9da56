import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Quick tests run in `npm run verify`; files named *.deep.test.ts run in `npm run test:deep`. */
const deep = process.env.NOD_TESTS === "deep";

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}scripts/tests/server-only.ts` },
    ],
  },
  test: {
    globalSetup: ["scripts/tests/build-engine-setup.ts"],
    include: deep ? ["**/*.deep.test.{ts,tsx}"] : ["**/*.test.{ts,tsx}"],
    exclude: [
      "**/node_modules/**",
      "**/.next*/**",
      "e2e/**",
      ...(deep ? [] : ["**/*.deep.test.{ts,tsx}"]),
    ],
    // Quick tests hold no state between files, so they share one module graph a thread: four times as fast.
    pool: deep ? "forks" : "threads",
    isolate: deep,
    testTimeout: deep ? 300_000 : 60_000,
  },
});
