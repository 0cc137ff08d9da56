import { expect, test } from "vitest";
import { estimateAudience } from "./estimate-audience";
import { estimateDailyReach } from "./estimate-daily-reach";
import { noRules } from "./rule-values";
import { aPanel, aRelationship, aWorld } from "./testing-world";
import { toTargeting } from "./to-targeting";

const riders = {
  ...noRules,
  any: [{ segment: "410", withinDays: null, minStrength: null }],
  countries: ["DE"],
};

test("people who fit are asked for on the client's own account", async () => {
  const { marketer, asked } = aWorld();
  const answer = await estimateAudience(marketer, { clientId: "c1", rules: riders });
  expect(answer).toEqual({ ok: true, value: aPanel() });
  expect(asked).toEqual([{ accountId: "act_1", targeting: toTargeting(riders) }]);
});

test("what is half chosen asks nothing", async () => {
  const { marketer, asked } = aWorld();
  const half = {
    ...riders,
    must: [[]],
    relationship: aRelationship({ kind: "new_to", companies: [] }),
  };
  await estimateAudience(marketer, { clientId: "c1", rules: half });
  expect(asked[0]?.targeting).toEqual(toTargeting(riders));
});

test("the people of a company that is not the client's are nobody else's to count", async () => {
  const { marketer, asked } = aWorld();
  const rival = {
    ...riders,
    relationship: aRelationship({
      kind: "works_with",
      companies: ["rival"],
      by: null,
      withinDays: null,
    }),
  };
  for (const ask of [estimateAudience, estimateDailyReach]) {
    const answer = await ask(marketer, { clientId: "c1", rules: rival });
    expect(answer).toMatchObject({ ok: false, error: { code: "foreign_company" } });
  }
  expect(asked).toEqual([]);
});

test("a viewer, another agency and unreadable rules get no estimate", async () => {
  const { viewer, stranger, marketer, asked } = aWorld();
  for (const ask of [estimateAudience, estimateDailyReach]) {
    expect(await ask(viewer, { clientId: "c1", rules: riders })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await ask(stranger, { clientId: "c1", rules: riders })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(
      await ask(marketer, { clientId: "c1", rules: { ...riders, countries: ["Mars"] } }),
    ).toMatchObject({ error: { code: "unreadable" } });
  }
  expect(asked).toEqual([]);
});

test("people reached a day come with the client's money", async () => {
  const { marketer } = aWorld();
  expect(await estimateDailyReach(marketer, { clientId: "c1", rules: riders })).toMatchObject({
    ok: true,
    value: { curve: [{ reach: 12_500 }], money: { currency: "EUR", minorUnits: 100 } },
  });
});
