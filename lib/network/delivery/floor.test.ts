import { beforeEach, describe, expect, it } from "vitest";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { aFlight, aNetwork, aStage, type Stage } from "./testing";

let stage: Stage;
beforeEach(() => {
  stage = aStage(aNetwork(4000), [aFlight()]);
  stage.now = new Date("2026-03-04T12:00:00+01:00");
});

const withdraw = async (from: number, to: number): Promise<void> => {
  for (let member = from; member < to; member += 1) {
    for (const recipient of ["messenger", "social", "photos"] as const) {
      const purpose = "relevant_ads";
      await stage.engine.apply({ type: "consent", member, purpose, recipient, given: false });
    }
  }
};
const days = async () => (await stage.settled.list({})).map(({ day }) => day);
const at = (day: string) => {
  stage.now = new Date(`${day}T12:00:00+01:00`);
};

describe("an ad set whose people withdraw", () => {
  it("runs on by the value released for the week, and is paused by the next one below the floor", async () => {
    await stage.start().settle({});
    expect(stage.tooSmall).toEqual([]);
    await withdraw(0, 3400);
    at("2026-03-08");
    await stage.start().settle({});
    // Nobody can see from a pause within the week that people left in it.
    expect(stage.tooSmall).toEqual([]);
    at("2026-03-10");
    await stage.start().settle({});
    expect(stage.tooSmall).toEqual([11]);
    const until = await days();
    at("2026-03-20");
    await stage.start().settle({});
    expect(stage.tooSmall).toEqual([11]);
    expect((await days()).filter((day) => !until.includes(day))).toEqual(["2026-03-10"]);
  });

  it("reaches none of them on any day that closes after they withdrew, although it runs on", async () => {
    await stage.start().settle({});
    await withdraw(0, 1500);
    at("2026-03-08");
    await stage.start().settle({});
    for (const { day, reached } of await stage.settled.listReached({ since: "2026-03-04" })) {
      const people = [...decodeMembers(reached)];
      expect([day, people.length > 0]).toEqual([day, true]);
      expect(people.every((member) => member >= 1500)).toBe(true);
    }
  });

  it("that has not begun, because it never had the people, says what it waits for, and no more when it has them", async () => {
    const waits = async (people: number, flight = aFlight()) => {
      stage = aStage(aNetwork(people), [flight]);
      stage.now = new Date("2026-03-02T12:00:00+01:00");
      await stage.start().settle({});
      return stage.waiting.get(11);
    };
    expect(await waits(900)).toBe("below_gate");
    expect(await waits(4000)).toBeNull();
    const off = {
      from: new Date("2026-03-02T08:00:00+01:00"),
      to: new Date("2026-03-02T09:00:00+01:00"),
    };
    expect(await waits(900, aFlight({ live: [off] }))).toBeNull();
  });

  it("is told once however often it is looked at, and not at all when it is off, over or not begun", async () => {
    await withdraw(0, 3800);
    const off = { from: new Date("2026-03-02T08:00:00+01:00"), to: stage.now };
    stage.flights = [
      aFlight({ adSetId: 12, live: [off] }),
      aFlight({ adSetId: 13, endsAt: stage.now }),
      aFlight({ adSetId: 14, startsAt: new Date("2026-03-04T00:00:00+01:00") }),
      aFlight({ adSetId: 15 }),
    ];
    const server = stage.start();
    await Promise.all([server.settle({}), server.settle({})]);
    await stage.start().settle({});
    expect([...new Set(stage.tooSmall)]).toEqual([15]);
  });
});
