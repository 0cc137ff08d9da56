/** Runs once when the server starts: opens the runtime, or stops with one clear line. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { bootstrap } = await import("@/lib/server/bootstrap");
  bootstrap();
}
