import { expect, it } from "vitest";
import { blamed } from "./blamed";
import { curl } from "./curl";

const root = "https://nod.example/graph/v24.0";

it("a call becomes a command that a shell takes as it is, without a token", () => {
  expect(curl(root, { method: "GET", path: "me", params: {} })).toBe(
    `curl -H "Authorization: Bearer $TOKEN" 'https://nod.example/graph/v24.0/me'`,
  );
  expect(curl(root, { method: "POST", path: "act_1/campaigns", params: { name: "Rider's" } })).toBe(
    `curl -X POST -H "Authorization: Bearer $TOKEN" 'https://nod.example/graph/v24.0/act_1/campaigns' \\\n  --data-urlencode 'name=Rider'\\''s'`,
  );
  expect(curl(root, { method: "GET", path: "me", params: { fields: "id" } })).toContain("curl -G ");
});

it("a refusal is said beside the field it names, and in whole where it names none", () => {
  const refusal = (blame: unknown) =>
    JSON.stringify({ error: { message: "(#100) No.", error_user_msg: "No.", error_data: blame } });
  expect(blamed(refusal({ blame_field_specs: [["limit"]] }))).toEqual({
    field: "limit",
    message: "No.",
  });
  expect(blamed(refusal({ blame_field_specs: [["targeting", "age_min"]] }))).toEqual({
    field: "targeting",
    message: "age_min: No.",
  });
  expect(blamed(refusal(undefined))).toEqual({ field: null, message: "No." });
  expect(blamed('{"data":[]}')).toBeNull();
  expect(blamed("<html>")).toBeNull();
});
