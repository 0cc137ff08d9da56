import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Runtime } from "@/lib/server/runtime";
import { workspaceStores } from "@/lib/server/store/workspace-stores";
import { summary, type Times, timed } from "../timing";
import { dice } from "../workload";
import { buildAudience } from "./typing";

export interface TypingResult {
  readonly clients: number;
  readonly answer: Times;
  /** Milliseconds. */
  readonly eventLoopDelayP99: number;
}

interface Typing {
  readonly clients: number;
  /** Each client builds this many audiences, each for an account of its own, so that no budget runs out. */
  readonly audiences: number;
  /** Between two clicks, half of it to one and a half times it: a second is quick for a person. */
  readonly betweenClicksMs: number;
  /** Other ones ask other questions: a new answer is what is measured. */
  readonly seed: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** People build audiences at once: every click is a whole way through the ad API, the release and the database, to a new answer. */
export async function measureTyping(
  runtime: Runtime,
  { clients, audiences, betweenClicksMs, seed }: Typing,
): Promise<TypingResult> {
  const accounts = await Promise.all(
    Array.from({ length: clients * audiences }, () => openAccount(runtime)),
  );
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const type = async (client: number) => {
    const random = dice(seed + client);
    await pause(random() * betweenClicksMs);
    for (let i = 0; i < audiences; i += 1) {
      const account = accounts[client * audiences + i];
      if (!account) return;
      for (const targeting of buildAudience(random)) {
        const { ms, value } = await timed(() => account.adApi.reachPanel(account.id, targeting));
        if (!value.ok) throw new Error(`The ad API refused a question: ${value.error.message}`);
        times.push(ms);
        await pause(betweenClicksMs * (0.5 + random()));
      }
    }
  };
  delay.enable();
  await Promise.all(Array.from({ length: clients }, (_, client) => type(client)));
  delay.disable();
  return { clients, answer: summary(times), eventLoopDelayP99: delay.percentile(99) / 1e6 };
}

async function openAccount({ db, adApiFor }: Runtime) {
  const { founding, adAccounts } = workspaceStores(db);
  const agencyId = crypto.randomUUID();
  await founding.insertAgency({ id: agencyId, name: "Bench" });
  const account = { name: "Bench", currency: "EUR", minorUnits: 100, timeZone: "Europe/Berlin" };
  return { id: await adAccounts.open({ ...account, agencyId }), adApi: adApiFor(agencyId) };
}
