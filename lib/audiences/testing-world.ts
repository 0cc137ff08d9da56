import type { AudienceOverlap } from "@/lib/ad-api/ad-api";
import type { Panel, Range } from "@/lib/ad-api/panel";
import type { Targeting } from "@/lib/ad-api/targeting";
import { ok } from "@/lib/result";
import type { Client, Grant, Role } from "@/lib/workspace/actor";
import type { Audience } from "./audience";
import type { AskingCtx } from "./ctx";
import { memoryAudienceStore } from "./memory-store";
import { noRules } from "./rule-values";
import type { Relationship } from "./rules";

export const lakeside: Client = {
  id: "c1",
  agencyId: "a1",
  name: "Lakeside Cycles",
  accountId: "act_1",
  currency: "EUR",
  minorUnits: 100,
  timeZone: "Europe/Berlin",
  companies: [
    { id: "p1", name: "Lakeside", relation: "owns" },
    { id: "p2", name: "Harbour Bikes", relation: "may_use" },
  ],
};
const harbour: Client = { ...lakeside, id: "c2", name: "Harbour", accountId: "act_2" };
const elsewhere: Client = { ...lakeside, id: "c9", agencyId: "a2", accountId: "act_9" };

export const anAudience = (over: Partial<Audience> = {}): Audience => ({
  id: "au1",
  agencyId: "a1",
  clientId: "c1",
  name: "Weekend riders",
  state: "draft",
  rules: { ...noRules, countries: ["DE"] },
  version: 1,
  createdAt: new Date("2026-03-01T10:00:00Z"),
  updatedAt: new Date("2026-03-01T10:00:00Z"),
  updatedBy: "Ivo",
  ...over,
});

export const aRelationship = (relationship: Relationship): Relationship => relationship;

export const aRange = (shown: number, over: Partial<Range> = {}): Range => ({
  shown,
  lower: shown - shown / 50,
  upper: shown + shown / 50,
  step: 1000,
  hidden: false,
  ...over,
});

/** 30,000 people only in the first, 10,000 only in the second, 20,000 in both. */
export const anOverlap = (): AudienceOverlap => ({
  total: aRange(60_000),
  asOf: "2026-03-02T00:00:00.000Z",
  cells: [
    { places: [0], range: aRange(30_000) },
    { places: [1], range: aRange(10_000) },
    { places: [0, 1], range: aRange(20_000) },
  ],
  sizes: [aRange(50_000), aRange(30_000)],
  order: [
    { place: 0, adds: aRange(50_000), reached: aRange(50_000) },
    { place: 1, adds: aRange(10_000), reached: aRange(60_000) },
  ],
});

/** The same age and refusal of every part. */
export const aPartEach = (part: Panel["nod_parts"]["nod_of"]): Panel["nod_parts"] => ({
  ...{ nod_of: part, nod_verdict: part, nod_keeps: part, nod_cells: part },
  nod_messaging_only: part,
});

export const aPanel = (over: Partial<Panel> = {}): Panel => ({
  users_lower_bound: 415_000,
  users_upper_bound: 435_000,
  estimate_ready: true,
  nod_range: aRange(425_000, { lower: 415_000, upper: 435_000 }),
  nod_verdict: "good",
  nod_of: aRange(2_100_000),
  nod_keeps: [
    { rule: "places", range: aRange(2_100_000), share: 0.9, refused: false },
    { rule: "any", range: aRange(1_700_000), share: 0.81, refused: false },
    { rule: "must.0", range: aRange(460_000), share: 0.27, refused: false },
    { rule: "never", range: aRange(425_000), share: 0.93, refused: false },
  ],
  nod_messaging_only: 0.34,
  nod_budget: { weekLeft: 0.8, spent: false },
  nod_as_of: "2026-03-02T00:00:00.000Z",
  nod_parts: aPartEach({ as_of: "2026-03-02T00:00:00.000Z", refused: null }),
  nod_change: null,
  nod_consents: { notices: [{ version: "v3", since: "2025-03-01" }], imported: false },
  nod_can_sharpen: false,
  nod_suggestions: [],
  nod_notices: [],
  ...over,
});

/** An agency with two clients, another agency, and a network that answers the same panel to everyone. */
export function aWorld(options: { audiences?: readonly Audience[] } = {}) {
  const audiences = memoryAudienceStore(options.audiences ?? [anAudience()]);
  const clients = [lakeside, harbour, elsewhere];
  const asked: { accountId: string; targeting: Targeting }[] = [];
  const ask = (accountId: string, targeting: Targeting) => asked.push({ accountId, targeting });

  const as = (grants: readonly Grant[], agencyId = "a1"): AskingCtx => ({
    actor: {
      personId: "mara",
      name: "Mara",
      email: "mara@agency.example",
      agencyId,
      agencyName: "Northlight",
      grants,
    },
    workspace: {
      listClients: async (id) => clients.filter((one) => one.agencyId === id),
      getClient: async (id, clientId) =>
        clients.find((one) => one.agencyId === id && one.id === clientId) ?? null,
    },
    audiences,
    adApi: {
      reachPanel: async (accountId, targeting) => {
        ask(accountId, targeting);
        return ok(aPanel());
      },
      deliveryEstimate: async (accountId, targeting) => {
        ask(accountId, targeting);
        return ok({ curve: [{ spendMinor: 80_000, impressions: 15_000, reach: 12_500 }] });
      },
    },
    now: () => new Date("2026-03-02T10:00:00Z"),
  });
  const whole = (role: Role, agencyId = "a1") => as([{ agencyId, clientId: null, role }], agencyId);
  return {
    audiences,
    asked,
    as,
    marketer: whole("marketer"),
    viewer: whole("viewer"),
    stranger: whole("owner", "a2"),
    /** Works for the second client only. */
    harbourMarketer: as([{ agencyId: "a1", clientId: "c2", role: "marketer" }]),
  };
}
