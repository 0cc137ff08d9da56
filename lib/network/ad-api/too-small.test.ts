import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { flightSource } from "./flights";
import { aLaunch, aNetwork, anAdSet, type TestNetwork } from "./testing";
import { pauseTooSmall } from "./too-small";
import { noteWaiting } from "./waiting";

const page = companies[0]?.id ?? "";
const fields = "status,effective_status,issues_info";
let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});
const at = () => network.clock.now();
const read = async (id: string) => (await network.get(id, { fields })).body;
const issue = expect.objectContaining({
  error_summary: "The audience is too small",
  error_message: expect.stringContaining("1,000"),
});

describe("an ad set whose audience fell below the floor", () => {
  it("is paused with its campaign, and both say why", async () => {
    const { campaign, adSet } = await aLaunch(network, page);
    network.advance(60);
    expect(await read(adSet)).not.toHaveProperty("issues_info");
    await pauseTooSmall(network.objects, Number(adSet), at());
    for (const id of [adSet, campaign]) {
      expect(await read(id)).toMatchObject({ status: "PAUSED", issues_info: [issue] });
    }
    const [flight] = await flightSource(network).listFlights({});
    expect(flight?.live.at(-1)?.to).toEqual(at());
  });

  it("goes on with its campaign when somebody resumes it, and the reason is gone", async () => {
    const { campaign, adSet } = await aLaunch(network, page);
    network.advance(60);
    await pauseTooSmall(network.objects, Number(adSet), at());
    network.advance(60);
    await network.post(campaign, { status: "ACTIVE" });
    for (const id of [adSet, campaign]) {
      const now = await read(id);
      expect(now).toMatchObject({ status: "ACTIVE", effective_status: "ACTIVE" });
      expect(now).not.toHaveProperty("issues_info");
    }
    await network.post(campaign, { status: "PAUSED" });
    expect(await read(campaign)).not.toHaveProperty("issues_info");
  });

  it("leaves its campaign on while another ad set of it is, and whoever is off already as they are", async () => {
    const { campaign, adSet } = await aLaunch(network, page);
    const other = (await network.post("act_101/adsets", anAdSet(campaign))).body.id;
    network.advance(60);
    await pauseTooSmall(network.objects, Number(adSet), at());
    expect(await read(campaign)).toMatchObject({ status: "ACTIVE" });
    await network.post(other, { status: "PAUSED" });
    await pauseTooSmall(network.objects, Number(other), at());
    await pauseTooSmall(network.objects, 1, at());
    expect(await read(other)).not.toHaveProperty("issues_info");
  });
});

describe("an ad set that has not begun for want of people", () => {
  it("is on with issues that say so, until it may begin or is switched off", async () => {
    const { adSet } = await aLaunch(network, page);
    network.advance(60);
    expect(await read(adSet)).toMatchObject({ effective_status: "ACTIVE" });
    await noteWaiting(network.objects, Number(adSet), "below_gate", at());
    expect(await read(adSet)).toMatchObject({
      status: "ACTIVE",
      effective_status: "WITH_ISSUES",
      issues_info: [
        expect.objectContaining({ error_summary: "The audience is too small to begin" }),
      ],
    });
    await network.post(adSet, { status: "PAUSED" });
    expect(await read(adSet)).not.toHaveProperty("issues_info");
    await network.post(adSet, { status: "ACTIVE" });
    await noteWaiting(network.objects, Number(adSet), null, at());
    expect(await read(adSet)).toMatchObject({ effective_status: "ACTIVE" });
    expect(await read(adSet)).not.toHaveProperty("issues_info");
  });
});
