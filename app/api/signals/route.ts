import { getRuntime } from "@/lib/server/runtime";
import { signalLimit, takeSignals } from "@/lib/server/signals/take-signals";

/** Signals of the messaging app, signed with its key; see docs/signals.md. Nobody's cookie counts here. */
export async function POST(request: Request): Promise<Response> {
  const { db, engine, secrets } = await getRuntime();
  return takeSignals(request, {
    db,
    engine,
    pepper: secrets.pepper,
    now: () => new Date(),
    limit: signalLimit,
  });
}
