import { describe, expect, it } from "vitest";
import { z } from "zod/mini";
import { createTransport } from "./transport";

const answer = z.object({ id: z.string() });
const ask = { method: "GET", path: "1", params: {} } as const;
const create = { method: "POST", path: "act_1/campaigns", params: {} } as const;
const good = () => Response.json({ id: "1" });
const fault = (code: number, over = {}) =>
  Response.json(
    {
      error: { message: `(#${code}) No.`, code, fbtrace_id: "A1", is_transient: code < 3, ...over },
    },
    { status: code < 3 ? 500 : 400 },
  );

/** A network that gives the answers in turn, and counts how often it was asked. */
function network(...answers: (() => Response | Promise<Response>)[]) {
  const asked: [string, RequestInit][] = [];
  const send = createTransport({
    fetch: async (input, init) => {
      asked.push([input, init]);
      return (answers[asked.length - 1] ?? answers.at(-1) ?? good)();
    },
    baseUrl: "https://graph.example/v24.0/",
    token: "secret",
    waitMs: () => 0,
    secondMs: 0,
  });
  return { asked, send };
}

const offline = () => Promise.reject(new TypeError("fetch failed"));

describe("a call", () => {
  it("is tried again after a transient fault, a lost connection or a page of HTML", async () => {
    const html = () => new Response("<h1>Bad gateway</h1>", { status: 502 });
    for (const broken of [() => fault(2), offline, html]) {
      const { asked, send } = network(broken, broken, good);
      expect(await send(ask, answer)).toEqual({ ok: true, value: { id: "1" } });
      expect(asked).toHaveLength(3);
    }
  });

  it("gives up after four tries", async () => {
    const { asked, send } = network(() => fault(1));
    expect(await send(ask, answer)).toMatchObject({
      error: { code: "unavailable", traceId: "A1" },
    });
    expect(asked).toHaveLength(4);
  });

  it("is tried once when asking twice would do it twice, or when the answer is a refusal", async () => {
    for (const params of [{}, { client_operation_id: "" }, { client_operation_id: null }]) {
      const change = network(() => fault(2), good);
      await change.send({ ...create, params }, answer);
      expect(change.asked).toHaveLength(1);
    }
    const refused = network(() => fault(100), good);
    expect(await refused.send(ask, answer)).toMatchObject({ error: { code: "invalid" } });
    expect(refused.asked).toHaveLength(1);
  });

  it("that makes something is repeated when it has an operation id, and a change when it says the whole of it", async () => {
    for (const over of [{ params: { client_operation_id: "launch" } }, { repeatable: true }]) {
      const { asked, send } = network(() => fault(2), good);
      expect(await send({ ...create, ...over }, answer)).toMatchObject({ ok: true });
      expect(asked).toHaveLength(2);
    }
  });

  it("that came too often is tried again after a moment, and given back with the time when that is long", async () => {
    const soon = network(() => fault(613), good);
    expect(await soon.send(ask, answer)).toMatchObject({ ok: true });
    expect(soon.asked).toHaveLength(2);
    const business = { "101": [{ type: "ads_management", estimated_time_to_regain_access: 5 }] };
    const late = network(() => {
      const response = fault(80_004);
      response.headers.set("x-business-use-case-usage", JSON.stringify(business));
      return response;
    });
    expect(await late.send(ask, answer)).toMatchObject({
      error: { code: "throttled", retryInSeconds: 300 },
    });
    expect(late.asked).toHaveLength(1);
    const told = network(() => {
      const response = fault(2);
      response.headers.set("retry-after", "30");
      return response;
    });
    expect(await told.send(ask, answer)).toMatchObject({ error: { code: "unavailable" } });
    expect(told.asked).toHaveLength(1);
  });

  it("waits a little by itself when a limit is nearly used up, longer the nearer it is", async () => {
    const waited: number[] = [];
    const using = (call_count: number) =>
      Response.json({ id: "1" }, { headers: { "x-app-usage": JSON.stringify({ call_count }) } });
    const answers = [using(20), using(90), using(100), using(10)];
    const send = createTransport({
      fetch: async () => answers.shift() ?? good(),
      baseUrl: "https://graph.example/v24.0",
      token: "secret",
      waitMs: (attempt) => {
        waited.push(attempt);
        return 0;
      },
    });
    for (let call = 0; call < 4; call += 1) expect((await send(ask, answer)).ok).toBe(true);
    expect(waited).toHaveLength(2);
  });

  it("that is withdrawn ends at once, also between tries and while the answer is made", async () => {
    const controller = new AbortController();
    const { asked, send } = network(() => {
      controller.abort();
      return fault(2);
    });
    const withdrawn = { error: { code: "aborted" } };
    expect(await send({ ...ask, signal: controller.signal }, answer)).toMatchObject(withdrawn);
    expect(await send({ ...ask, signal: controller.signal }, answer)).toMatchObject(withdrawn);
    expect(asked).toHaveLength(1);
  });

  it("carries the token beside the address, never in it", async () => {
    const { asked, send } = network(good);
    await send({ ...ask, params: { fields: "id", list: [1] } }, answer);
    expect(asked[0]?.[0]).toBe("https://graph.example/v24.0/1?fields=id&list=%5B1%5D");
    expect(asked[0]?.[1].headers).toMatchObject({ authorization: "Bearer secret" });
  });

  it("with an answer it cannot read says so instead of guessing", async () => {
    const { asked, send } = network(() => Response.json({ id: 7 }));
    expect(await send(ask, answer)).toMatchObject({
      error: { code: "unavailable", message: "The network's answer could not be read (id)." },
    });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [190, undefined, "token"],
    [200, undefined, "token"],
    [102, undefined, "token"],
    [100, 33, "not_found"],
    [100, 1487079, "invalid"],
    [2500, undefined, "invalid"],
    [17, 2446079, "throttled"],
    [613, undefined, "throttled"],
    [80004, undefined, "throttled"],
    [613, 9_100_001, "budget_spent"],
  ])("refused with %s/%s is %s", async (code, subcode, wanted) => {
    const { send } = network(() => fault(code, { error_subcode: subcode }));
    expect(await send(ask, answer)).toMatchObject({ error: { code: wanted } });
  });

  it("refused for several fields tells the sentence for each", async () => {
    const blame_field_specs = [["targeting", "age_min"], ["name"]];
    const { send } = network(() =>
      fault(100, { error_user_msg: "Not so.", error_data: { blame_field_specs } }),
    );
    expect(await send(ask, answer)).toMatchObject({
      error: { message: "Not so.", fields: { "targeting.age_min": "Not so.", name: "Not so." } },
    });
  });
});
