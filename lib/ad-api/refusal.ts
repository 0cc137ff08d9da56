import { z } from "zod/mini";
import type { AdApiRefusal } from "./error";
import type { Usage } from "./usage";

const errorBody = z.object({
  error: z.object({
    message: z.string(),
    code: z.number(),
    error_subcode: z.optional(z.number()),
    error_user_msg: z.optional(z.string()),
    error_data: z.optional(
      z.object({ blame_field_specs: z.optional(z.array(z.array(z.string()))) }),
    ),
    fbtrace_id: z.optional(z.string()),
    is_transient: z.optional(z.boolean()),
  }),
});

/** This network's own: the week's new estimates are used up. */
const budgetSubcode = 9_100_001;

/** A refused call, and whether the same call may succeed a moment later. */
export interface Failure {
  readonly refusal: AdApiRefusal;
  readonly transient: boolean;
  /** How long to wait at least before the same call is made again. */
  readonly waitSeconds: number;
}

/** What an error answer means for the dashboard; whatever is not the wire's error object is "unavailable". */
export function readFailure(status: number, body: unknown, { regainSeconds }: Usage): Failure {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) {
    return {
      ...unavailable(`The network answered with status ${status}.`),
      waitSeconds: regainSeconds,
    };
  }
  const { error } = parsed.data;
  const message = error.error_user_msg ?? error.message;
  const code = codeOf(error.code, error.error_subcode, status);
  const blamed = error.error_data?.blame_field_specs ?? [];
  const throttled = code === "throttled";
  const waitSeconds = throttled ? Math.max(1, regainSeconds) : regainSeconds;
  return {
    transient: error.is_transient === true || throttled,
    waitSeconds,
    refusal: {
      code,
      message,
      traceId: error.fbtrace_id ?? "",
      ...(throttled && { retryInSeconds: waitSeconds }),
      ...(blamed.length > 0 && {
        fields: Object.fromEntries(blamed.map((path) => [path.join("."), message])),
      }),
    },
  };
}

export const unavailable = (message: string): Failure => ({
  transient: true,
  waitSeconds: 0,
  refusal: { code: "unavailable", message, traceId: "" },
});

export const aborted: AdApiRefusal = {
  code: "aborted",
  message: "The question was withdrawn.",
  traceId: "",
};

const throttles: ReadonlySet<number> = new Set([4, 17, 32, 613, 80000, 80003, 80004]);

function codeOf(code: number, subcode: number | undefined, status: number): AdApiRefusal["code"] {
  if (code === 613 && subcode === budgetSubcode) return "budget_spent";
  if (throttles.has(code)) return "throttled";
  if (code === 190 || code === 102 || code === 10 || (code >= 200 && code < 300)) return "token";
  if (code === 100 && subcode === 33) return "not_found";
  return code === 1 || code === 2 || status >= 500 ? "unavailable" : "invalid";
}
