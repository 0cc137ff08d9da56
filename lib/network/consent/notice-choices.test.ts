import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { answerNotice, type NoticeInput } from "./answer-notice";
import { type ConsentAnswer, needsAsking } from "./consent-answers";
import { consentBit } from "./consent-bits";
import { everyConsent } from "./consents-of";
import { getNotice } from "./get-notice";
import type { MyContext } from "./load-member";
import { noteShown } from "./note-shown";
import { purposes, recipients } from "./purposes";
import { setConsent } from "./set-consent";
import { stopEverything } from "./stop-everything";
import { membersAtHome, mine } from "./testing";
import { undoLast } from "./undo-last";

const metrics = { purpose: "product_metrics", recipient: "photos" } as const;
const safety = { purpose: "safety", recipient: "photos" } as const;
const consent = consentBit("product_metrics", "photos") | consentBit("safety", "photos");

const aWorld = () =>
  membersAtHome([
    aMember({ number: 7, consent }),
    aMember({ number: 9, consent, onSocial: false }),
  ]);

async function asked(ctx: Parameters<typeof getNotice>[0]) {
  const needed = await getNotice(ctx, "en");
  return needed.ok && needed.value ? needed.value.asks : [];
}

const answered = (answer: ConsentAnswer["answer"], notice: string): ConsentAnswer[] =>
  everyConsent.map((key) => ({ ...key, answer, notice, language: "en" }));

describe("Who needs asking", () => {
  test("somebody new is asked about everything, for the apps they use", () => {
    expect(needsAsking([], "v4", recipients)).toEqual(everyConsent);
    const used = needsAsking([], "v4", ["messenger"]);
    expect(used.map(({ purpose }) => purpose)).toEqual(purposes);
  });

  test.each(["given", "refused", "withdrawn"] as const)(
    "who has %s is asked again only where the meaning changed",
    (answer) => {
      expect(needsAsking(answered(answer, "v4"), "v4", recipients)).toEqual([]);
      const again = needsAsking(answered(answer, "v3"), "v4", recipients);
      expect(new Set(again.map(({ purpose }) => purpose))).toEqual(new Set(["product_metrics"]));
      expect(needsAsking(answered(answer, "v1"), "v4", recipients)).toEqual(everyConsent);
    },
  );

  test("one answer never counts for another purpose or app", () => {
    fc.assert(
      fc.property(fc.subarray([...everyConsent]), (keys) => {
        const answers = answered("refused", "v4").filter(({ purpose, recipient }) =>
          keys.some((key) => key.purpose === purpose && key.recipient === recipient),
        );
        const open = needsAsking(answers, "v4", recipients);
        expect(open).toEqual(everyConsent.filter((key) => !keys.includes(key)));
      }),
    );
  });
});

describe("The notice", () => {
  test("asks about what changed and what was never answered, and not about a standing yes", async () => {
    const asks = await asked(aWorld().as(7));
    expect(asks).toContainEqual(metrics);
    expect(asks).not.toContainEqual(safety);
    expect(asks).toHaveLength(everyConsent.length - 1);
    const used = await asked(aWorld().as(9));
    expect(used.some(({ recipient }) => recipient === "social")).toBe(false);
  });

  test("that is shown and closed changes nothing, is written once a language, and asks again", async () => {
    const { as, members } = aWorld();
    const before = { asks: await asked(as(7)), inForce: (await mine(as(7))).inForce };
    await noteShown(as(7), { language: "pt" });
    await noteShown(as(7), { language: "pt" });
    const requested = (await members.listConsentEvents(7)).filter(
      ({ type }) => type === "requested",
    );
    expect(requested.map(({ purpose }) => purpose)).toEqual(purposes);
    expect(requested.flatMap((event) => event.recipients)).toHaveLength(before.asks.length);
    expect(requested.every(({ language }) => language === "pt")).toBe(true);
    expect({ asks: await asked(as(7)), inForce: (await mine(as(7))).inForce }).toEqual(before);
    await noteShown(as(7), { language: "de" });
    expect(await members.listConsentEvents(7)).toHaveLength(2 + 2 * purposes.length);
  });

  test("takes a yes and a no alike, leaves alone what was not answered, and does not ask twice", async () => {
    const { as, members } = aWorld();
    const ads = { purpose: "relevant_ads", recipient: "messenger" } as const;
    const choices = [
      { ...metrics, given: true },
      { ...safety, given: false },
      { ...ads, given: false },
    ];
    expect(await answerNotice(as(7), { version: "v4", language: "hi", choices })).toMatchObject({
      ok: true,
    });
    expect((await mine(as(7))).inForce).toEqual([metrics]);
    const own = (await members.listConsentEvents(7)).filter(({ actor }) => actor === "member");
    expect(
      own.map(({ type, purpose, notice, language }) => [type, purpose, notice, language]),
    ).toEqual([
      ["given", "product_metrics", "v4", "hi"],
      ["withdrawn", "safety", "v4", "hi"],
      ["refused", "relevant_ads", "v4", "hi"],
    ]);
    const asks = await asked(as(7));
    for (const key of [metrics, safety, ads]) expect(asks).not.toContainEqual(key);
    expect(asks).toHaveLength(everyConsent.length - 3);
  });

  test("answered in full is not shown any more, until a yes is withdrawn and after", async () => {
    const { as } = aWorld();
    const choices = everyConsent.map((key, i) => ({ ...key, given: i % 2 === 0 }));
    await answerNotice(as(7), { version: "v4", choices });
    expect(await getNotice(as(7), "en")).toEqual({ ok: true, value: null });
    await stopEverything(as(7));
    expect(await getNotice(as(7), "en")).toEqual({ ok: true, value: null });
  });

  test("refuses what is no answer to it", async () => {
    const { as, members } = aWorld();
    const one = [{ ...metrics, given: true }];
    const refusals: readonly (readonly [MyContext, NoticeInput, string])[] = [
      [as(7), { version: "v3", choices: one }, "outdated"],
      [as(7), { version: "v4", choices: [] }, "invalid"],
      [as(7), { version: "v4", choices: [...one, { ...metrics, given: false }] }, "invalid"],
      [as(7), { version: "v4", choices: one, clientAt: "yesterday" }, "invalid"],
      [
        as(9),
        { version: "v4", choices: [{ ...metrics, recipient: "social", given: true }] },
        "not_used",
      ],
      [as(404), { version: "v4", choices: one }, "not_found"],
    ];
    for (const [ctx, input, code] of refusals) {
      expect(await answerNotice(ctx, input)).toMatchObject({ error: { code } });
    }
    expect(await members.listConsentEvents(7)).toEqual([]);
    expect(await members.listConsentEvents(9)).toEqual([]);
  });
});

describe("The ledger of one person", () => {
  test("says from where a choice came, in which language and when by their clock", async () => {
    const { as, members } = aWorld();
    const told = { language: "de", clientAt: "2026-09-20T01:02:03.004Z" } as const;
    await setConsent(as(7), { ...safety, given: false, via: "ad_menu", ...told });
    expect((await members.listConsentEvents(7)).at(-1)).toMatchObject({
      ...{ type: "withdrawn", method: "ad_menu", actor: "member", ...told },
    });
  });

  test("has one event for each consent that the switch stops", async () => {
    const { as, members } = aWorld();
    await stopEverything(as(7));
    const events = (await members.listConsentEvents(7)).filter(({ method }) => method === "switch");
    expect(events.map(({ purpose, recipients: to }) => [purpose, to])).toEqual([
      ["product_metrics", ["photos"]],
      ["safety", ["photos"]],
    ]);
  });

  test("keeps a consent that is brought back under the notice it was given under", async () => {
    const { as, members } = aWorld();
    await stopEverything(as(7));
    await undoLast(as(7));
    const undone = (await members.listConsentEvents(7)).filter(({ method }) => method === "undo");
    expect(undone.map(({ type, notice }) => [type, notice])).toEqual([
      ["given", "v3"],
      ["given", "v3"],
    ]);
    expect(await asked(as(7))).toContainEqual(metrics);
    expect(await asked(as(7))).not.toContainEqual(safety);
  });
});
