import { beforeEach, describe, expect, it } from "vitest";
import { aLaunch, aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});
const range = { time_range: { since: "2026-11-01", until: "2026-11-02" } };
const ask = async (params: Record<string, unknown> = {}, node = "act_101", as?: string) => {
  const { status, body } = await network.post(`${node}/insights`, { ...range, ...params }, as);
  return { status, error: body.error, id: String(body.report_run_id) };
};
const standing = async (id: string, at = network) =>
  (await at.get(id, { fields: "async_status,async_percent_completion,is_running" })).body;
const finished = async (id: string, at = network) => {
  for (let look = 0; look < 100; look += 1) {
    const run = await standing(id, at);
    if (!run.is_running) return run;
    await new Promise((turn) => setTimeout(turn, 2));
  }
  throw new Error("The report is never done.");
};

describe("a report that is made meanwhile", () => {
  it("is asked for, followed and read page by page, with what a call at once would have answered", async () => {
    const params = { fields: "spend,reach,actions", default_summary: true, level: "campaign" };
    await aLaunch(network, "amabra-mobile");
    const { id } = await ask(params);
    expect(await finished(id)).toEqual({
      id,
      async_status: "Job Completed",
      async_percent_completion: 100,
      is_running: false,
    });
    const atOnce = (await network.get("act_101/insights", { ...range, ...params })).body;
    const { body } = await network.get(`${id}/insights`, { limit: 1 });
    expect(body.data).toEqual([atOnce.data[0]]);
    expect(body.summary).toEqual(atOnce.summary);
    const after = body.paging.cursors.after;
    expect((await network.get(`${id}/insights`, { after })).body.data).toEqual([atOnce.data[1]]);
  });

  it("is refused where a call at once would be, before anything is made", async () => {
    expect(await ask({ fields: "karma" })).toMatchObject({ status: 400, error: { code: 100 } });
    expect(await ask({ colour: "red" })).toMatchObject({ status: 400 });
    expect(await network.objects.list({ kind: "reportrun" })).toEqual([]);
  });

  it("is not there for another workspace or another client's token, and may be asked for by who only reads", async () => {
    const { id } = await ask({}, "act_101", "reader");
    await finished(id);
    for (const path of [id, `${id}/insights`]) {
      const strange = await network.get(path, {}, network.strangersToken);
      expect(strange.body.error).toMatchObject({ code: 100, error_subcode: 33 });
    }
    const other = await ask({}, "act_102");
    await finished(other.id);
    expect((await network.get(other.id, {}, "reader")).body.error).toMatchObject({ code: 100 });
  });

  it("says that it is not ready, and later that it is gone", async () => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { insights } = network.delivery;
    network.delivery.insights = async (one) => {
      await held;
      return insights(one);
    };
    const { id } = await ask();
    const early = await network.get(`${id}/insights`);
    expect(early.body.error).toMatchObject({ code: 2601, is_transient: true });
    go();
    await finished(id);
    expect((await network.get(`${id}/insights`)).body.data).toHaveLength(2);
    network.advance(31 * 24 * 60);
    expect((await network.get(`${id}/insights`)).body.error).toMatchObject({ code: 2601 });
    await finished((await ask()).id);
    const kept = await network.objects.list({ kind: "reportrun" });
    expect(kept.filter(({ data }) => data.rows)).toHaveLength(1);
  });

  it("that failed says so", async () => {
    network.delivery.insights = async () => {
      throw new Error("The database is away.");
    };
    const { id } = await ask();
    expect(await finished(id)).toMatchObject({ async_status: "Job Failed" });
    expect((await network.get(`${id}/insights`)).body.error.message).toContain("failed");
    expect(network.bugs).toHaveLength(1);
  });

  it.each(["async_status", "async_percent_completion", "is_running"])(
    "begins again whoever of its readers asks for %s alone",
    async (field) => {
      network.delivery.insights = () => new Promise(() => {});
      const { id } = await ask();
      const again = await aNetwork({ objects: network.objects });
      await again.get(id, { fields: field });
      for (let look = 0; look < 100; look += 1) {
        const [run] = await network.objects.getMany([Number(id)]);
        if (run?.data.async_status === "Job Completed") return;
        await new Promise((turn) => setTimeout(turn, 2));
      }
      throw new Error("The report is never done.");
    },
  );

  it("that a server left unfinished begins again when somebody asks about it, and a finished one still answers", async () => {
    const done = (await ask()).id;
    await finished(done);
    network.delivery.insights = () => new Promise(() => {});
    const left = (await ask()).id;
    expect(await standing(left)).toMatchObject({ is_running: true });

    const again = await aNetwork({ objects: network.objects });
    expect((await again.get(`${done}/insights`)).body.data).toHaveLength(2);
    expect(await finished(left, again)).toMatchObject({ async_status: "Job Completed" });
    expect((await again.get(`${left}/insights`)).body.data).toHaveLength(2);
  });
});
