import type { Refusal } from "@/lib/result";

/** The wire's error object, as Graph answers it. */
export interface AdApiErrorBody {
  readonly message: string;
  readonly type: string;
  readonly code: number;
  readonly error_subcode?: number;
  readonly error_user_title?: string;
  readonly error_user_msg?: string;
  readonly error_data?: { readonly blame_field_specs?: readonly (readonly string[])[] };
  readonly fbtrace_id: string;
  readonly is_transient: boolean;
}

/** A refused call as the dashboard sees it; `fields` are the wire's field paths ("targeting.age_min"). */
export interface AdApiRefusal extends Refusal {
  readonly code:
    | "token"
    | "not_found"
    | "invalid"
    | "throttled"
    | "unavailable"
    | "budget_spent"
    | "aborted";
  readonly traceId: string;
  /** Of a throttled call: when the network answers again. */
  readonly retryInSeconds?: number;
}
