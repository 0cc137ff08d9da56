import type { Asked } from "../../../../scripts/tests/ask";
import { type ThrottleLimits, throttleLimits, type UseCase } from "../throttle-limits";
import { aClient, type TestClient } from "./a-client";

export const hour = { calls: 1e9, cpuMs: 1e9, timeMs: 1e9 };

/** The third of three same calls, where two are as many as the limits allow; its usage headers say so too. */
export async function overAsked(
  over: Partial<ThrottleLimits>,
  what: () => string | (Asked & { readonly path: string }),
): ReturnType<TestClient["say"]> {
  // The clock stands still, or the meters would empty meanwhile.
  const wallNow = () => new Date("2026-11-22T12:00:00Z");
  const busy = await aClient({ wallNow, limits: { ...throttleLimits, ...over } });
  const call = () => {
    const asked = what();
    return typeof asked === "string"
      ? busy.say(asked, { as: "lakeside" })
      : busy.say(asked.path, { ...asked, as: "lakeside" });
  };
  await call();
  await call();
  const third = await call();
  await busy.close();
  return third;
}

/** The same where one use of an account is used up. */
export const overUsed = (useCase: UseCase, path: string): ReturnType<TestClient["say"]> =>
  overAsked(
    { useCase: { ...throttleLimits.useCase, [useCase]: { ...hour, calls: 2 } } },
    () => path,
  );
