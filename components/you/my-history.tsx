import { formatDateTime } from "@/lib/format/date";
import type { MyData } from "@/lib/network/consent/get-my-data";
import type { MyEvent } from "@/lib/network/consent/list-history";
import { sayConsent } from "./words";

function sayEvent({ what, by, consents, signal }: MyEvent): string {
  const one = consents[0];
  const object =
    consents.length === 1 && one ? sayConsent(one) : `${consents.length} consents at once`;
  switch (what) {
    case "requested":
      return `You were asked about: ${object}.`;
    case "given":
      return by === "network" ? `Allowed before: ${object}.` : `You allowed: ${object}.`;
    case "refused":
      return `You said no to: ${object}.`;
    case "withdrawn":
      return by === "gpc"
        ? `Your browser's Global Privacy Control stopped: ${object}.`
        : `You stopped: ${object}.`;
    case "expired":
      return `No longer in force: ${object}.`;
    case "signal_removed":
      return `You removed the signal ${signal}.`;
    case "signal_added":
      return `You brought back the signal ${signal}.`;
  }
}

/** What the member did here, the newest first. */
export function MyHistory({ history }: Pick<MyData, "history">) {
  return (
    <section aria-labelledby="history" className="flex flex-col gap-2">
      <h2 id="history" className="font-semibold text-lg">
        What you did here
      </h2>
      {history.length === 0 ? (
        <p className="text-ink-2">Nothing yet. Each change is kept with its time.</p>
      ) : (
        <ol className="flex flex-col gap-1">
          {history.map((event) => (
            <li key={`${event.at} ${event.what} ${event.by} ${event.signal}`}>
              <time dateTime={event.at} className="text-ink-2">
                {formatDateTime(new Date(event.at), "UTC")} UTC
              </time>{" "}
              {sayEvent(event)}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
