import { Agent, get } from "node:http";
import { summary, type Times } from "../timing";

export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
}

/** Milliseconds from when a call was due, not from when it was sent: a server that stalls is not asked less. */
export interface LoadTimes extends Times {
  readonly p99: number;
  /** Calls that were not answered with success. */
  readonly failed: number;
}

/** Calls at a steady rate, whatever the answers take. */
export async function runLoad(
  addresses: () => string,
  token: string,
  { perSecond, seconds }: Load,
): Promise<LoadTimes> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const calls: Promise<void>[] = [];
  for (let sent = 0; sent < perSecond * seconds; ) {
    const now = performance.now() - began;
    for (; sent < perSecond * seconds && (sent * 1000) / perSecond <= now; sent += 1) {
      const due = began + (sent * 1000) / perSecond;
      calls.push(
        call(agent, addresses(), token).then((ok) => {
          times.push(performance.now() - due);
          if (!ok) failed += 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(calls);
  agent.destroy();
  const sorted = [...times].sort((a, b) => a - b);
  return { ...summary(times), p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, failed };
}

const call = (agent: Agent, address: string, token: string): Promise<boolean> =>
  new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}` };
    get(address, { agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode === 200));
    }).on("error", () => resolve(false));
  });
