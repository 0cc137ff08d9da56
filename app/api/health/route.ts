import { getRuntime, startProgress } from "@/lib/server/runtime";
import { version } from "@/lib/server/version";

export const dynamic = "force-dynamic";

/** 503 with progress while loading, then 200 with what is served. */
export async function GET(): Promise<Response> {
  const progress = startProgress();
  if (progress.step !== "ready") {
    return Response.json(
      { status: progress.step === "failed" ? "failed" : "loading", progress },
      { status: 503, headers: { "Retry-After": "1", "Cache-Control": "no-store" } },
    );
  }
  const { engine, members } = await getRuntime();
  return Response.json(
    { status: "ok", members, engine: engine.name, version },
    { headers: { "Cache-Control": "no-store" } },
  );
}
