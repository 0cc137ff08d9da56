import { type Refused, refused } from "./fault";
import { pause } from "./least-time";

/** `X-Mock-Fault: 80004`, `17/2446079` or `slow:250`: lets a client's tests see what the real world does. */
export async function askedFault(header: string | null): Promise<Refused | null> {
  if (!header) return null;
  const slow = /^slow:(\d{1,5})$/.exec(header)?.[1];
  if (slow) {
    await pause(Number(slow));
    return null;
  }
  const [, code = "1", subcode] = /^(\d{1,6})(?:\/(\d{1,8}))?$/.exec(header) ?? [];
  const transient = code === "1" || code === "2";
  return refused(Number(code), "A fault that was asked for.", {
    status: transient ? 500 : 400,
    transient,
    ...(subcode && { subcode: Number(subcode) }),
  });
}
