import { describe, expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { consentBit } from "./consent-bits";
import { getMyData } from "./get-my-data";
import type { MyContext } from "./load-member";
import { memoryMemberRecords } from "./memory-member-records";
import { purposes, recipients } from "./purposes";
import { removeSignal } from "./remove-signal";
import { setConsent } from "./set-consent";
import { stopEverything } from "./stop-everything";
import { undoLast } from "./undo-last";

const today = 20_500;
const cycling = { segment: "410", strength: 2 as const, day: today - 10 };
const consent = consentBit("relevant_ads", "messenger") | consentBit("safety", "photos");

function aWorld() {
  const people = [
    aMember({
      number: 7,
      consent,
      signals: [cycling, { ...cycling, segment: "607", day: 20_200 }],
    }),
    aMember({ number: 8, consent }),
    aMember({ number: 9, onSocial: false, consent: 0 }),
  ];
  const engine = referenceEngine(people, () => today);
  const members = memoryMemberRecords(people, (change) => engine.apply(change));
  let seconds = 0;
  const eraser = { allowCompany: async () => {} };
  const as = (member: number): MyContext & { readonly eraser: typeof eraser } => ({
    eraser,
    members,
    member,
    now: () => new Date(today * 86_400_000 + ++seconds * 1000),
    gpc: false,
  });
  return { engine, as, me: as(7) };
}

async function mine(ctx: MyContext) {
  const data = await getMyData(ctx);
  if (!data.ok) throw new Error(data.error.message);
  return data.value;
}

describe("My data", () => {
  test("shows what is in force and each signal with its day and until when it counts", async () => {
    const data = await mine(aWorld().me);
    expect(data.inForce).toEqual([
      { purpose: "relevant_ads", recipient: "messenger" },
      { purpose: "safety", recipient: "photos" },
    ]);
    expect(data.signals.map(({ segment, counts }) => [segment, counts])).toEqual([
      ["410", true],
      ["607", false],
    ]);
    expect(data.signals[0]).toMatchObject({ seenOn: "2026-02-06", countsUntil: "2026-08-05" });
    expect(data.signals[0]?.name).not.toBe("410");
    expect(data.history).toEqual([]);
  });

  test("says until when I am kept out because my signals look like spam, and says so to nobody else", async () => {
    const until = new Date("2026-09-02T10:00:00Z");
    const people = [aMember({ number: 7, consent }), aMember({ number: 8, consent })];
    const members = memoryMemberRecords(people, undefined, new Map([[7, until]]));
    const as = (member: number) => ({ ...aWorld().me, members, member });
    expect((await mine(as(7))).heldUntil).toBe("2026-09-02T10:00:00.000Z");
    expect((await mine(as(7))).inForce).not.toEqual([]);
    expect((await mine(as(8))).heldUntil).toBeNull();
  });

  test("is nobody's who is not there", async () => {
    const { as } = aWorld();
    for (const act of [getMyData, stopEverything, undoLast]) {
      expect(await act(as(404))).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
  });
});

describe("The one switch", () => {
  test("stops every purpose for every app at once: the next audience is without me", async () => {
    const { engine, me, as } = aWorld();
    const before = await engine.count(everyone);
    const stopped = await stopEverything(me);
    expect(stopped).toMatchObject({ ok: true, value: { withdrawn: { length: 2 } } });
    expect(Number(await engine.count(everyone))).toBe(Number(before) - 1);
    expect((await mine(me)).inForce).toEqual([]);
    expect((await mine(as(8))).inForce).toHaveLength(2);
  });

  test("is undone to exactly what was in force, no more", async () => {
    const { me } = aWorld();
    const before = (await mine(me)).inForce;
    await stopEverything(me);
    expect((await undoLast(me)).ok).toBe(true);
    expect((await mine(me)).inForce).toEqual(before);
  });

  test("is one line of the history, whatever it stopped", async () => {
    const { me } = aWorld();
    await stopEverything(me);
    await undoLast(me);
    const { history } = await mine(me);
    expect(history.map(({ what, by, consents }) => [what, by, consents.length])).toEqual([
      ["given", "member", 2],
      ["withdrawn", "member", 2],
      ["given", "network", 2],
    ]);
    const leaves = history.flatMap(({ consents }) => consents.map(({ leaf }) => leaf));
    expect(leaves.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("writes nothing when nothing is in force", async () => {
    const { as } = aWorld();
    await stopEverything(as(9));
    expect((await mine(as(9))).history).toEqual([]);
    expect(await undoLast(as(9))).toMatchObject({ error: { code: "nothing_to_undo" } });
  });
});

describe("One choice", () => {
  test("of every purpose and app is given and withdrawn by itself", async () => {
    const { me } = aWorld();
    for (const purpose of purposes) {
      for (const recipient of recipients) {
        const was = (await mine(me)).inForce;
        const given = !was.some((one) => one.purpose === purpose && one.recipient === recipient);
        await setConsent(me, { purpose, recipient, given });
        const after = (await mine(me)).inForce;
        expect(after.length - was.length).toBe(given ? 1 : -1);
        await setConsent(me, { purpose, recipient, given: !given });
        expect((await mine(me)).inForce).toEqual(was);
      }
    }
  });

  test("that stands already changes nothing", async () => {
    const { me } = aWorld();
    const choice = { purpose: "safety", recipient: "photos", given: true } as const;
    expect(await setConsent(me, choice)).toEqual({ ok: true, value: { changed: false } });
    expect((await mine(me)).history).toEqual([]);
  });

  test("is refused for an app I do not use, and for what is no choice", async () => {
    const { as } = aWorld();
    const social = { purpose: "safety", recipient: "social", given: true } as const;
    expect(await setConsent(as(9), social)).toMatchObject({ error: { code: "not_used" } });
    const wrong = JSON.parse('{"purpose":"everything","recipient":"photos","given":true}');
    expect(await setConsent(as(9), wrong)).toMatchObject({ error: { code: "invalid" } });
    expect((await mine(as(9))).inForce).toEqual([]);
  });
});

describe("A removed signal", () => {
  test("is gone at once and comes back by undo as it was", async () => {
    const { me } = aWorld();
    const before = (await mine(me)).signals;
    expect((await removeSignal(me, { segment: "410" })).ok).toBe(true);
    expect((await mine(me)).signals.map(({ segment }) => segment)).toEqual(["607"]);
    expect(await removeSignal(me, { segment: "410" })).toMatchObject({
      error: { code: "no_signal" },
    });
    await undoLast(me);
    expect((await mine(me)).signals).toEqual(before);
  });
});

describe("Signals that an app sends", () => {
  const mention = { type: "signal", member: 7, segment: "371", strength: 1, day: today } as const;

  test("stand in no way of taking back what the member did, and are none of their acts", async () => {
    const { me } = aWorld();
    await stopEverything(me);
    await me.members.record(7, [mention], me.now());
    const whats = (await mine(me)).history.map(({ what }) => what);
    expect(whats).toEqual(["withdrawn", "given"]);
    expect(await undoLast(me)).toMatchObject({ ok: true });
    const data = await mine(me);
    expect(data.inForce).toHaveLength(2);
    expect(data.signals.map(({ segment }) => segment)).toContain("371");
  });

  test("are gone for good once erased: the yes that comes back by undo would not be what was", async () => {
    const { me } = aWorld();
    await stopEverything(me);
    await me.members.record(7, [{ type: "signals_cleared", member: 7 }], me.now());
    expect(await undoLast(me)).toMatchObject({ error: { code: "nothing_to_undo" } });
    expect((await mine(me)).signals).toEqual([]);
  });
});
