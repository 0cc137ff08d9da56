import { expect, test } from "vitest";
import { campaignStatus } from "./status";
import { aPlan } from "./testing";

const launched = { state: "launched" as const, plan: aPlan() };
const on = { configured_status: "ACTIVE" as const, effective_status: "ACTIVE" as const };
const approved = [{ effective_status: "ACTIVE" as const }];

test("a campaign delivers from its first day to its last", () => {
  expect(campaignStatus(launched, on, approved, "2026-08-31")).toBe("scheduled");
  expect(campaignStatus(launched, on, approved, "2026-09-01")).toBe("delivering");
  expect(campaignStatus(launched, on, approved, "2026-09-30")).toBe("delivering");
  expect(campaignStatus(launched, on, approved, "2026-10-01")).toBe("ended");
});

test("what somebody has to mend is said before the days are", () => {
  const pending = [{ effective_status: "PENDING_REVIEW" as const }];
  const refused = [{ effective_status: "DISAPPROVED" as const }];
  expect(campaignStatus(launched, on, pending, "2026-09-02")).toBe("in_review");
  expect(campaignStatus(launched, on, refused, "2026-08-20")).toBe("disapproved");
  const paused = { configured_status: "PAUSED" as const, effective_status: "PAUSED" as const };
  expect(campaignStatus(launched, paused, pending, "2026-08-20")).toBe("paused");
});

test("a paused campaign whose days are over has ended", () => {
  const paused = { configured_status: "PAUSED" as const, effective_status: "PAUSED" as const };
  expect(campaignStatus(launched, paused, approved, "2026-12-01")).toBe("ended");
});

test("a draft is a draft whatever the network says, and silence is not delivery", () => {
  expect(campaignStatus({ state: "draft", plan: {} }, on, approved, "2026-09-02")).toBe("draft");
  expect(campaignStatus(launched, null, [], "2026-09-02")).toBe("unknown");
});
