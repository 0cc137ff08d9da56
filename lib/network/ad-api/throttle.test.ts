import { beforeEach, describe, expect, it } from "vitest";
import { aCampaign, aNetwork, type TestNetwork } from "./testing";
import { type ThrottleLimits, throttleLimits } from "./throttle-limits";

const root = "http://nod.test/graph/v24.0";
let now: number;
/** CPU time that every call takes. */
let cpuOfCall: number;
let network: TestNetwork;

const open = async (over: Partial<ThrottleLimits> = {}) => {
  now = Date.parse("2026-11-22T12:00:00Z");
  cpuOfCall = 0;
  let cpu = 0;
  network = await aNetwork({
    wallNow: () => new Date(now),
    cpuMs: () => {
      cpu += cpuOfCall;
      return cpu;
    },
    limits: { ...throttleLimits, ...over },
  });
};
beforeEach(() => open());

const hour = { calls: 1e9, cpuMs: 1e9, timeMs: 1e9 };
const none = { ads_management: hour, ads_insights: hour, custom_audience: hour };

async function ask(path: string, over: RequestInit & { as?: string } = {}) {
  const headers = { authorization: `Bearer ${over.as ?? "lakeside"}` };
  const response = await network.handle(new Request(`${root}/${path}`, { headers, ...over }));
  const header = (name: string) => JSON.parse(response.headers.get(name) ?? "null");
  return {
    status: response.status,
    error: ((await response.json()) as { error: { code: number } }).error,
    app: header("x-app-usage"),
    business: header("x-business-use-case-usage"),
  };
}
const write = () => ask("act_101/campaigns", { method: "POST", body: JSON.stringify(aCampaign) });
const times = async (count: number, call: () => Promise<unknown>) => {
  for (let index = 0; index < count; index += 1) await call();
};

describe("every answer says how much was used", () => {
  it("of the app and of the account, by what the call counts as", async () => {
    const read = await ask("act_101");
    expect(read.app).toEqual({ call_count: 0, total_cputime: 0, total_time: 0 });
    expect(read.business).toEqual({
      "101": [
        {
          type: "ads_management",
          call_count: 0,
          total_cputime: 0,
          total_time: 0,
          estimated_time_to_regain_access: 0,
          ads_api_access_tier: "standard_access",
        },
      ],
    });
    expect((await ask("act_101/insights")).business["101"][0].type).toBe("ads_insights");
    expect((await ask("act_101/colours")).business).not.toBeNull();
    expect((await ask("me")).business).toBeNull();
    expect((await ask("me")).app).not.toBeNull();
    expect((await ask("me", { as: "nonsense" })).app).toBeNull();
  });

  it("in percent of the hour, time and CPU too", async () => {
    await open({ useCase: { ...none, ads_management: { calls: 10, cpuMs: 1000, timeMs: 1e9 } } });
    await times(4, () => ask("act_101"));
    expect((await ask("act_101")).business["101"][0].call_count).toBe(50);
  });

  it("for each call of a batch by itself", async () => {
    const batch = [
      { method: "GET", relative_url: "act_101" },
      { method: "GET", relative_url: "me" },
    ];
    const body = JSON.stringify({ batch });
    const headers = { authorization: "Bearer lakeside" };
    const response = await network.handle(
      new Request(`${root}/`, { method: "POST", body, headers }),
    );
    const answers = (await response.json()) as { headers: { name: string }[] }[];
    const names = answers.map((one) =>
      one.headers.map(({ name }) => name).filter((name) => name.includes("usage")),
    );
    expect(names).toEqual([["x-app-usage", "x-business-use-case-usage"], ["x-app-usage"]]);
  });
});

describe("who asks too often is told", () => {
  it("17/2446079 on one account, until it had five quiet minutes; writes count three times", async () => {
    await open({ account: { most: 12, windowMs: 300_000, shutMs: 300_000 } });
    await times(3, write);
    await times(3, () => ask("act_101"));
    const shut = await ask("act_101");
    expect(shut.status).toBe(400);
    expect(shut.error).toMatchObject({ code: 17, error_subcode: 2_446_079 });
    expect(shut.business["101"][0].estimated_time_to_regain_access).toBe(5);
    expect((await ask("me")).status).toBe(200);
    now += 299_000;
    expect((await ask("act_101")).error.code).toBe(17);
    now += 1_000;
    expect((await ask("act_101")).status).toBe(200);
  });

  it("613 when it changes too much within a second, and may still read", async () => {
    await open({ burst: { most: 3, windowMs: 1_000, shutMs: 1_000 } });
    await times(3, write);
    expect((await write()).error).toMatchObject({ code: 613, error_subcode: 1_487_742 });
    expect((await ask("act_101")).status).toBe(200);
    now += 1_000;
    expect((await write()).status).toBe(200);
  });

  it.each([
    ["ads_management", 80_004, "act_101/campaigns"],
    ["ads_insights", 80_000, "act_101/insights"],
    ["custom_audience", 80_003, "act_101/customaudiences"],
  ] as const)("about %s with %s, while other uses go on", async (useCase, code, path) => {
    await open({ useCase: { ...none, [useCase]: { ...hour, calls: 5 } } });
    await times(5, () => ask(path));
    const shut = await ask(path);
    expect(shut.error).toMatchObject({ code });
    expect(shut.business["101"][0]).toMatchObject({
      type: useCase,
      call_count: 100,
      estimated_time_to_regain_access: 6,
    });
    const other = useCase === "ads_insights" ? "act_101" : "act_101/insights";
    expect((await ask(other)).status).toBe(200);
    now += 6 * 60_000;
    expect((await ask(path)).error?.code).not.toBe(code);
  });

  it("by CPU time as well as by calls", async () => {
    await open({ useCase: { ...none, ads_management: { ...hour, cpuMs: 100 } } });
    cpuOfCall = 30;
    await times(4, () => ask("act_101"));
    const shut = await ask("act_101");
    expect(shut.error.code).toBe(80_004);
    expect(shut.business["101"][0]).toMatchObject({ call_count: 0, total_cputime: 100 });
  });

  it("4 when its workspace asks too often over all accounts", async () => {
    await open({ app: { ...hour, calls: 4 } });
    await times(4, () => ask("me"));
    const shut = await ask("act_101");
    expect(shut.error).toMatchObject({ code: 4, is_transient: true });
    expect(shut.app.call_count).toBe(100);
    now += 6 * 60_000;
    expect((await ask("act_101")).status).toBe(200);
  });

  it("and cannot shut the dashboard out, which may ask more", async () => {
    await open({
      account: { most: 4, windowMs: 300_000, shutMs: 300_000 },
      dashboardFactor: 2,
    });
    await times(4, () => ask("act_101"));
    expect((await ask("act_101")).error.code).toBe(17);
    const dashboard = () => ask("act_101", { as: network.token });
    await times(7, dashboard);
    expect((await dashboard()).status).toBe(200);
    expect((await dashboard()).error.code).toBe(17);
  });
});
