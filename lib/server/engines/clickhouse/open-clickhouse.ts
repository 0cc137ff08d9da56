import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { StartRefusal } from "../../start-refusal";
import type { ChangeLog } from "../embedded/change-log";
import type { ClickhouseEngine } from "./clickhouse-engine";
import { type ClickhouseEngineOptions, createClickhouseEngine } from "./create-clickhouse-engine";

interface Opening extends Omit<ClickhouseEngineOptions, "log"> {
  readonly log: ChangeLog;
  readonly deployment: string;
}

/** The engine over ClickHouse with everything that the log holds; a start that breaks off goes on from the page before. */
export async function openClickhouse(opening: Opening): Promise<ClickhouseEngine> {
  const { log, deployment, ...options } = opening;
  const engine = await createClickhouseEngine({
    ...options,
    log: { id: deployment, end: log.end },
  });
  try {
    for await (const { position, changes } of log.read?.(engine.position) ?? []) {
      await engine.replay(changes).catch((error: unknown) => {
        // What cannot be held is passed over, as it was when it happened.
        if (!(error instanceof RangeError)) throw error;
      });
      await engine.checkpoint(position);
    }
    return engine;
  } catch (error) {
    await engine.close();
    if (error instanceof EngineUnavailable) throw new StartRefusal(error.message);
    throw error;
  }
}
