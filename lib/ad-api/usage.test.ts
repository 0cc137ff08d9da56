import { describe, expect, it } from "vitest";
import { readUsage } from "./usage";

const usage = (headers: Record<string, string>) => readUsage(new Headers(headers));

describe("what an answer says of the limits", () => {
  it("is the highest percentage and the longest time of all headers", () => {
    const business = {
      "1": [{ call_count: 12, total_time: 80, estimated_time_to_regain_access: 0 }],
      "2": [
        { call_count: 3, estimated_time_to_regain_access: 2 },
        { call_count: 5, estimated_time_to_regain_access: 4 },
      ],
    };
    expect(
      usage({
        "x-app-usage": JSON.stringify({ call_count: 28, total_cputime: 25 }),
        "x-business-use-case-usage": JSON.stringify(business),
      }),
    ).toEqual({ percent: 80, regainSeconds: 240 });
    expect(usage({ "retry-after": "7" })).toEqual({ percent: 0, regainSeconds: 7 });
  });

  it("is nothing when there are none, or when they cannot be read", () => {
    const nothing = { percent: 0, regainSeconds: 0 };
    expect(usage({})).toEqual(nothing);
    for (const odd of ["<html>", "[]", "null", "7", '{"call_count":"many"}', '{"1":[null]}']) {
      expect(usage({ "x-app-usage": odd, "x-business-use-case-usage": odd })).toEqual(nothing);
    }
    expect(usage({ "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" })).toEqual(nothing);
  });
});
