import { expect, test } from "vitest";
import { aRules } from "@/lib/audiences/testing";
import type { EditorData } from "./editor-data";
import { whomWords } from "./whom-words";

const companies = [{ id: "p1", name: "Lakeside", relation: "owns" as const }];
const client = { companies } as unknown as EditorData["client"];
const riders = { id: "a1", name: "Riders", rules: aRules() } as EditorData["audiences"][number];
const theirs = {
  ...riders,
  id: "a2",
  rules: aRules({ relationship: { kind: "new_to", companies: ["p1"] } }),
};
const data = { client, audiences: [riders, theirs] };

test("the number of a plan is of those people of the audience that the ad goes to", () => {
  const plan = { audienceId: "a1", companyId: "p1" };
  expect(whomWords(plan, data)).toBe("Of Riders, only people who already work with Lakeside");
  expect(whomWords({ ...plan, onlyCompanyPeople: false }, data)).toBe("All of Riders");
  expect(whomWords({ ...plan, audienceId: "a2" }, data)).toBe("All of Riders");
  expect(whomWords({ ...plan, audienceId: "nobody" }, data)).toBe("");
});
