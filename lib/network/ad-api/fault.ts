import type { AdApiErrorBody } from "@/lib/ad-api/error";

/** A refused call, as it will stand on the wire. */
export interface Fault {
  readonly code: "refused";
  readonly message: string;
  readonly wire: number;
  readonly subcode?: number;
  readonly title?: string;
  readonly blame?: readonly (readonly string[])[];
  readonly status: number;
  readonly transient: boolean;
}

export type Refused = { readonly ok: false; readonly error: Fault };

interface Details {
  readonly subcode?: number;
  readonly title?: string;
  readonly blame?: readonly string[];
  readonly status?: number;
  readonly transient?: boolean;
}

export function refused(wire: number, message: string, details: Details = {}): Refused {
  const { subcode, title, blame, status = 400, transient = false } = details;
  return {
    ok: false,
    error: {
      code: "refused",
      message,
      wire,
      status,
      transient,
      ...(subcode !== undefined && { subcode }),
      ...(title && { title }),
      ...(blame && { blame: [blame] }),
    },
  };
}

export const badToken = (message: string, subcode?: number): Refused =>
  refused(190, message, { status: 401, ...(subcode && { subcode }) });

/** A token that a process made for its own dashboard, after that process ended. */
export const sessionOver = (): Refused =>
  refused(102, "The session that this token belonged to is over.", { status: 401 });

export const mayNot = (): Refused =>
  refused(200, "This token may read, not change anything.", { status: 403 });

/** The same words whether the object never was or belongs to another workspace. */
export const noSuchObject = (id: string, blame?: readonly string[]): Refused =>
  refused(
    100,
    `Object with ID '${id.slice(0, 60)}' does not exist or cannot be loaded due to missing permissions.`,
    { subcode: 33, ...(blame && { blame }) },
  );

export const missing = (field: string): Refused =>
  refused(100, `The parameter ${field} is required.`, { blame: [field] });

export const wrong = (blame: readonly string[], message: string, subcode?: number): Refused =>
  refused(100, message, { blame, ...(subcode && { subcode }) });

export const unknownParameter = (name: string): Refused =>
  wrong([name.slice(0, 60)], `Unknown parameter: ${name.slice(0, 60)}.`);

export const noSuchField = (field: string, type: string): Refused =>
  wrong(["fields"], `Tried accessing nonexisting field (${field}) on node type (${type}).`);

export const badPath = (message: string): Refused => refused(2500, message);

/** A path that has nothing behind it, or not with this method. */
export const notServed = (method: string, path: string): Refused =>
  refused(2500, `Unsupported ${method.toLowerCase()} request: ${path.slice(0, 120)}.`);

/** The privacy budget of new estimates is spent; released values stay. Subcode and code are this network's own. */
export const budgetSpent = (message: string): Refused =>
  refused(613, message, { subcode: 9_100_001, title: "No new estimates left for now" });

/** Part of the engine is away: nothing was counted, and the same call may succeed soon. The subcode is this network's own. */
export const engineAway = (message: string): Refused =>
  refused(2, message, {
    subcode: 9_100_003,
    title: "Not counting for the moment",
    status: 503,
    transient: true,
  });

/** Asked too often; the usage headers say when it ends. */
export const throttled = (wire: number, message: string, subcode?: number): Refused =>
  refused(wire, message, {
    title: "Too many calls",
    transient: wire === 4,
    ...(subcode && { subcode }),
  });

export function errorBody(fault: Fault, traceId: string): { readonly error: AdApiErrorBody } {
  return {
    error: {
      message: `(#${fault.wire}) ${fault.message}`,
      type: fault.subcode === 33 ? "GraphMethodException" : "OAuthException",
      code: fault.wire,
      ...(fault.subcode !== undefined && { error_subcode: fault.subcode }),
      ...(fault.title && { error_user_title: fault.title }),
      error_user_msg: fault.message,
      ...(fault.blame && { error_data: { blame_field_specs: fault.blame } }),
      fbtrace_id: traceId,
      is_transient: fault.transient,
    },
  };
}
