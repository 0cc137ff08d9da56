import { z } from "zod/mini";
import { type Purpose, purposes, type Recipient, recipients } from "../purposes";

/** What can happen to a consent. Nothing expires by itself today: no notice says so. */
export const consentEventTypes = ["requested", "given", "refused", "withdrawn", "expired"] as const;
export type ConsentEventType = (typeof consentEventTypes)[number];

/** Who did it: the person, the operator on their behalf, their browser's Global Privacy Control, or the network by itself. */
export const actors = ["member", "operator", "gpc", "network"] as const;
export type Actor = (typeof actors)[number];

/** Through what: the one switch, one purpose's toggle, the notice, undo, an import, the GPC header, the menu of an ad, or a restore. */
export const methods = [
  "switch",
  "purpose_toggle",
  "notice",
  "undo",
  "import",
  "gpc",
  "ad_menu",
  "restore",
] as const;
export type Method = (typeof methods)[number];

/** One thing that happened to a person's consent, as its caller knows it. */
export interface ConsentEvent {
  readonly type: ConsentEventType;
  readonly purpose: Purpose;
  readonly recipients: readonly Recipient[];
  /** Version of the notice that stood beside the choice. */
  readonly notice: string;
  /** In which the notice was read; null when an import did not say. */
  readonly language: string | null;
  readonly actor: Actor;
  readonly method: Method;
  /** When it happened by the clock of the device, or of the file that told of it. */
  readonly clientAt: Date | null;
}

/** An event as the ledger commits to it: what `detailsOf` makes of it. */
export const eventDetailsSchema = z.strictObject({
  actor: z.literal([...actors]),
  /** ISO 8601, the server's clock. */
  at: z.iso.datetime({ precision: 3 }),
  clientAt: z.nullable(z.iso.datetime({ precision: 3 })),
  language: z.nullable(z.string()),
  method: z.literal([...methods]),
  notice: z.string(),
  /** SHA-256 of the exact text in that language, hex; null when the text is not known here. */
  noticeSha256: z.nullable(z.string()),
  purpose: z.literal([...purposes]),
  recipients: z.array(z.literal([...recipients])),
  type: z.literal([...consentEventTypes]),
  v: z.literal(1),
});
export type EventDetails = z.infer<typeof eventDetailsSchema>;

/** An event of the ledger with its place in it. */
export interface LedgerEvent extends EventDetails {
  readonly leaf: number;
}

/** The event in the form that is committed to; `noticeSha256` is that of the exact text that was read. */
export const detailsOf = (
  event: ConsentEvent,
  at: Date,
  noticeSha256: string | null,
): EventDetails => ({
  actor: event.actor,
  at: at.toISOString(),
  clientAt: event.clientAt?.toISOString() ?? null,
  language: event.language,
  method: event.method,
  notice: event.notice,
  noticeSha256,
  purpose: event.purpose,
  recipients: recipients.filter((recipient) => event.recipients.includes(recipient)),
  type: event.type,
  v: 1,
});
