import { z } from "zod/mini";
import { purposes, recipients } from "@/lib/network/consent/purposes";

/** What a person did in the messaging app. Kept nowhere: it is there so that the app's own log and ours read alike. */
export const signalKinds = ["mention", "question", "share", "reaction", "follow"] as const;

export const mostEvents = 5_000;

/** Printable ASCII without spaces, so that it can stand in a log line and in any database. */
const plain = (most: number) => z.string().check(z.regex(new RegExp(`^[\\x21-\\x7e]{1,${most}}$`)));

/** One signal as the messaging app sends it. Fields that are not named here are refused: content never comes along by accident. */
export const signalEvent = z.strictObject({
  /** The app's own id of the event, the same whenever it is sent again. */
  id: plain(64),
  /** The person's id at the app; the number of a synthetic member. */
  member: z.union([plain(128), z.int().check(z.nonnegative())]),
  segment: plain(32),
  at: z.iso.datetime({ offset: true }),
  /** The consent that the app relied on. */
  consent: z.strictObject({
    purpose: z.literal([...purposes]),
    recipient: z.literal([...recipients]),
    notice: plain(64),
  }),
  kind: z.literal([...signalKinds]),
});
export type SignalEvent = z.infer<typeof signalEvent>;

/** A batch before its events are looked at: each is judged by itself. */
export const signalBatch = z.strictObject({
  app: plain(64),
  events: z.array(z.unknown()).check(z.maxLength(mostEvents)),
});

/** The id of a line that may be malformed otherwise, so that its sender finds it again; null when it has none that can be said. */
export function idOf(line: unknown): string | null {
  const id = typeof line === "object" && line !== null && "id" in line ? line.id : null;
  return plain(64).safeParse(id).success ? String(id) : null;
}
