import { describe, expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { answerNotice } from "./answer-notice";
import { honourGpc } from "./honour-gpc";
import { setConsent } from "./set-consent";
import { stopEverything } from "./stop-everything";
import { membersAtHome, mine } from "./testing";
import { undoLast } from "./undo-last";

const aWorld = () => membersAtHome([aMember({ number: 7 }), aMember({ number: 8, consent: 0 })]);
const ads = { purpose: "relevant_ads", recipient: "photos" } as const;

describe("Global Privacy Control", () => {
  test("stops relevant ads everywhere, and nothing else, and is shown as honoured", async () => {
    const { as } = aWorld();
    expect((await mine(as(7, true))).gpcHonouredAt).toBeNull();
    expect(await honourGpc(as(7, true))).toMatchObject({ value: { withdrawn: { length: 3 } } });
    const data = await mine(as(7, true));
    expect(new Set(data.inForce.map(({ purpose }) => purpose))).toEqual(
      new Set(["known_companies"]),
    );
    expect(data.history[0]).toMatchObject({ what: "withdrawn", by: "gpc", via: "gpc" });
    expect(data).toMatchObject({ gpcOn: true, gpcHonouredAt: data.history[0]?.at });
  });

  test("is written once however often it comes, and not where there is nothing to stop", async () => {
    const { as, members } = aWorld();
    for (let i = 0; i < 3; i++) await honourGpc(as(7, true));
    const events = await members.listConsentEvents(7);
    expect(events.filter(({ actor }) => actor === "gpc")).toHaveLength(3);
    expect(await honourGpc(as(8, true))).toMatchObject({ value: { withdrawn: [] } });
    expect(await members.listConsentEvents(8)).toEqual([]);
    expect((await mine(as(8, true))).gpcHonouredAt).toBeNull();
  });

  test("is not overruled by a press on the same page, and is by one without it", async () => {
    const { as } = aWorld();
    await honourGpc(as(7, true));
    expect(await setConsent(as(7, true), { ...ads, given: true })).toMatchObject({
      error: { code: "gpc" },
    });
    const yes = { version: "v4", choices: [{ ...ads, given: true }] };
    expect(await answerNotice(as(7, true), yes)).toMatchObject({ error: { code: "gpc" } });
    expect(await setConsent(as(7), { ...ads, given: true })).toMatchObject({ ok: true });
    expect((await mine(as(7))).inForce).toContainEqual(ads);
  });

  test("keeps relevant ads off when the switch is undone, and brings back the rest", async () => {
    const { as } = aWorld();
    await stopEverything(as(7, true));
    expect((await undoLast(as(7, true))).ok).toBe(true);
    const { inForce } = await mine(as(7, true));
    expect(new Set(inForce.map(({ purpose }) => purpose))).toEqual(new Set(["known_companies"]));
  });
});
