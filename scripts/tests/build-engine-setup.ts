import { buildEngine } from "../build-engine.mjs";

/** Tests of the embedded engine run on what would be served. */
export async function setup(): Promise<void> {
  await buildEngine();
}
