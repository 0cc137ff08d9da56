import { describe, expect, it } from "vitest";
import { suggestedCategory } from "./sensitive-text";

describe("a name or a text", () => {
  it.each([
    ["Diabetics in Berlin", "health"],
    ["pregnancy 2026", "health"],
    ["People in debt", "financial hardship"],
    ["Muslims 25-34", "religion"],
    ["Undecided voters", "political opinions"],
    ["Refugees", "ethnic origin"],
    ["Gay couples", "sexual orientation"],
    ["Widows", "bereavement"],
  ])("“%s” suggests %s", (text, category) => {
    expect(suggestedCategory(text)).toBe(category);
  });

  it.each([
    "Weekend riders",
    "Church Street bakery",
    "Party season",
    "Healthy breakfast",
    "Credit card holders",
    "Patience is a virtue",
    "Christian Dior lovers",
    "Black Friday",
  ])("“%s” suggests nothing", (text) => {
    expect(suggestedCategory(text)).toBeNull();
  });
});
