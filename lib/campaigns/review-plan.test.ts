import { expect, test } from "vitest";
import { plannedMoney } from "./planned-money";
import { reviewPlan } from "./review-plan";
import { aPlan } from "./testing";

const euro = { currency: "EUR", minorUnits: 100 };
const names = {
  audience: "Weekend riders",
  relationship: "anyone",
  company: "Lakeside",
  narrowed: null,
};

test("every setting is read back, and what a new campaign would not have stands out", () => {
  const plan = aPlan({ maxFrequency: { times: 2, days: 7 } });
  const review = reviewPlan(plan, names, plannedMoney({ plan }), euro);
  const of = (label: string) => review.find((setting) => setting.label === label);
  expect(of("Budget")?.value).toBe("EUR\u00a0800 a day, up to EUR\u00a024,000");
  expect(of("Days")?.value).toBe("1–30 Sept 2026 (30 days)");
  expect(of("How often one person sees it")).toMatchObject({
    value: "At most 2 times in 7 days",
    isDefault: false,
  });
  expect(of("Button")).toMatchObject({ value: "Sign up", isDefault: false });
  expect(of("Goal")?.isDefault).toBe(true);
  expect(of("Only people who already work with the company")).toMatchObject({
    value: "Yes",
    isDefault: true,
  });
});

test("what is not chosen yet is said to be missing, not left out", () => {
  const none = { audience: null, relationship: null, company: null, narrowed: null };
  const review = reviewPlan({ name: " " }, none, null, euro);
  const missing = review.filter(({ value }) => value === null).map(({ label }) => label);
  expect(missing).toEqual(
    expect.arrayContaining(["Name", "Company", "Audience", "Days", "Budget", "Headline", "Link"]),
  );
});

test("switching the company off is a choice that stands out", () => {
  const plan = aPlan({ onlyCompanyPeople: false });
  const [setting] = reviewPlan(plan, names, null, euro).filter(({ label }) => /Only/.test(label));
  expect(setting).toMatchObject({ value: "No", isDefault: false });
});
