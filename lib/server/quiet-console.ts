import { loggedError } from "./log-error";

/**
 * Errors that nobody caught are written to the console by Next, with every property they have: here they pass the same
 * filter as the log.
 */
export function keepValuesOut(of: Pick<Console, "error">): void {
  const write = of.error.bind(of);
  of.error = (...said: unknown[]) => {
    write(...said.map((one) => (one instanceof Error ? withDigest(one) : one)));
  };
}

/** The digest is what the page shows: with it the line in the log is found. */
const withDigest = (error: Error) => ({
  ...loggedError(error),
  ...("digest" in error && { digest: error.digest }),
});
