import { StartRefusal } from "./start-refusal";

/** Runs a script's work; a refusal ends it with one line, anything else with its stack. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof StartRefusal ? error.message : error);
    process.exitCode = 1;
  }
}
