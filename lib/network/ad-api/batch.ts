import { z } from "zod/mini";
import { ok } from "@/lib/result";
import { type Call, readPath } from "./call";
import { missing, wrong } from "./fault";
import { checked } from "./field-types";
import { decode, textParam } from "./params";
import type { Answer } from "./scope";

const step = z.object({
  method: z.string().check(z.maxLength(10)),
  relative_url: z.string().check(z.maxLength(8000)),
  body: z.optional(z.string()),
  name: z.optional(z.string()),
  depends_on: z.optional(z.string()),
  attached_files: z.optional(z.string()),
  omit_response_on_success: z.optional(z.boolean()),
});
type Step = z.infer<typeof step>;

interface Done {
  readonly status: number;
  readonly body: string;
}

/**
 * `POST /` with `batch`: up to 50 calls one after another, each answered as `{code, headers, body}`.
 * `{result=name:$.id}` puts in a value of an earlier named answer, `depends_on` waits for one; a call whose answer is missing, or
 * did not succeed, is null and not made. `attached_files` names a file of the form.
 */
export async function answerBatch(
  call: Call,
  handle: (request: Request) => Promise<Response>,
): Answer {
  if (call.params.batch === undefined) return missing("batch");
  const steps = checked(z.array(step), decode(call.params.batch), "batch");
  if (!steps.ok) return steps;
  if (steps.value.length > 50) return wrong(["batch"], "A batch holds at most 50 calls.");
  const unnamed = unknownDependency(steps.value);
  if (unnamed !== null) {
    return wrong(["batch"], `No earlier call of the batch is named ${unnamed.slice(0, 60)}.`);
  }
  const withHeaders = decode(call.params.include_headers) !== false;
  const named = new Map<string, Done>();
  const answers: unknown[] = [];
  for (const one of steps.value) {
    const request = requestOf(one, call, named);
    if (!request) {
      answers.push(null);
      continue;
    }
    const response = await handle(request);
    const done = { status: response.status, body: await response.text() };
    if (one.name) named.set(one.name, done);
    const silent = one.omit_response_on_success ?? one.name !== undefined;
    answers.push(
      silent && response.ok
        ? null
        : {
            code: done.status,
            ...(withHeaders && { headers: headersOf(response) }),
            body: done.body,
          },
    );
  }
  return ok(answers);
}

/** A name that a call depends on and no call before it has; null: there is none. */
function unknownDependency(steps: readonly Step[]): string | null {
  const before = new Set<string>();
  for (const { name, depends_on: wanted } of steps) {
    if (wanted !== undefined && !before.has(wanted)) return wanted;
    if (name) before.add(name);
  }
  return null;
}

const headersOf = (response: Response) =>
  [...response.headers].map(([name, value]) => ({ name, value }));

/** null: it refers to an answer that is not there, or asks for a batch within the batch. */
function requestOf(one: Step, call: Call, named: ReadonlyMap<string, Done>): Request | null {
  if (one.depends_on !== undefined && named.get(one.depends_on)?.status !== 200) return null;
  const path = filled(one.relative_url, named);
  const body = withFile(one.body === undefined ? undefined : filled(one.body, named), one, call);
  const method = one.method.toUpperCase();
  if (path === null || body === null || !["GET", "POST", "DELETE"].includes(method)) return null;
  const inner = path.replace(/^\/+/, "").replace(/^v\d+\.\d+\/?/, "");
  const address = new URL(`${call.root}/${inner}`);
  const isRoot = readPath(address.pathname)?.path.length === 0;
  if (isRoot && (method !== "GET" || address.searchParams.has("method"))) return null;
  // A call of the batch may bring a token of its own, in its address or its body.
  const ownToken =
    address.searchParams.has("access_token") || /(?:^|&)access_token=/.test(body ?? "");
  return new Request(address, {
    method,
    headers: {
      ...(!ownToken && { authorization: `Bearer ${call.token}` }),
      "user-agent": call.userAgent,
      ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
    },
    ...(body !== undefined && method !== "GET" && { body }),
  });
}

/** The first attached file travels as `bytes`. */
function withFile(
  body: string | null | undefined,
  { attached_files: names }: Step,
  { params }: Call,
): string | null | undefined {
  const [first = ""] = (names ?? "").split(",");
  const file = textParam(params, first.trim());
  if (body === null || !file) return body;
  return `${body ? `${body}&` : ""}bytes=${encodeURIComponent(file)}`;
}

function filled(text: string, named: ReadonlyMap<string, Done>): string | null {
  let complete = true;
  const result = decoded(text).replace(/\{result=([\w-]+):(\$[\w.*[\]]*)\}/g, (_, name, path) => {
    const done = named.get(name);
    const values = done?.status === 200 ? valuesAt(JSON.parse(done.body), path) : [];
    if (values.length === 0) complete = false;
    return values.map(String).join(",");
  });
  return complete ? result : null;
}

/** References may come percent-encoded inside a form body. Their length is bounded, or a long body would take hours. */
const decoded = (text: string): string =>
  text.replace(/%7Bresult%3D(?:[\w.*:$[\]-]|%(?:3A|24|5B|5D|2A)){1,200}%7D/gi, decodeURIComponent);

/** A small JSONPath: names, [index], and * over a list. */
function valuesAt(value: unknown, path: string): unknown[] {
  let found: unknown[] = [value];
  for (const part of path
    .replace(/^\$\.?/, "")
    .replace(/\[/g, ".")
    .replace(/\]/g, "")
    .split(".")) {
    if (part === "") continue;
    found = found.flatMap((one) => {
      if (part === "*") return Array.isArray(one) ? one : [];
      if (typeof one !== "object" || one === null || !Object.hasOwn(one, part)) return [];
      return [(one as Record<string, unknown>)[part]];
    });
  }
  return found;
}
