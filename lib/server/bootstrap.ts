import "server-only";
import { log } from "./log";
import { keepValuesOut } from "./quiet-console";
import { getRuntime } from "./runtime";
import { StartRefusal } from "./start-refusal";

/** Opens the runtime in the background, so that /api/health can tell the progress, and closes it on SIGTERM. */
export function bootstrap(): void {
  if (process.env.NODE_ENV === "production") keepValuesOut(console);
  const opening = getRuntime();
  opening.catch((error: unknown) => {
    if (error instanceof StartRefusal) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, "Nod could not start.");
    process.exit(1);
  });

  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    const giveUp = setTimeout(() => process.exit(1), 10_000);
    giveUp.unref();
    opening
      .then((runtime) => runtime.close())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.error({ err: error }, "Nod did not close cleanly.");
        process.exit(1);
      });
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
