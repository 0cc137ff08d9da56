import { syntheticCompanies } from "@/lib/network/population/companies";
import type { AskKind, Asks, ShardAsk, ShardData, ShardReply } from "../protocol";
import { countCells, countOverlap, deliverDays, tallySets, uniteSets } from "./answers";
import { applyChanges } from "./apply-change";
import { openCore } from "./core";
import { loadMembers, type MemberLoad } from "./load-members";
import { countOverview } from "./overview";
import { keepPlanes } from "./planes";
import { restoreSnapshot, saveSnapshot } from "./snapshot";
import { heaviestRules } from "./standing";
import { keepTidy } from "./tidy";
import { warmUp } from "./warm-up";

const batchMembers = 16_384;

type Handlers = {
  [K in AskKind]: (ask: Asks[K]["ask"]) => Asks[K]["answer"] | Promise<Asks[K]["answer"]>;
};

/** Holds the wasm core of one shard and answers asks in order; only long ones let others get in between. */
export function openHost(
  data: ShardData,
  reply: (message: ShardReply, transfer?: readonly ArrayBuffer[]) => void,
  /** The core trapped in the middle of something (its 4 GiB are spent, or a bug): nothing in it can be trusted any more. */
  fail: () => void = () => {},
): (message: ShardAsk) => Promise<void> {
  let core = openCore(data.wasm, data);
  let planes = keepPlanes(core, data.planes);
  let tidying = keepTidy(core, planes);
  let load: MemberLoad | null = null;
  const turns = takeTurns();
  let practised = false;

  function startAfresh(): void {
    core = openCore(data.wasm, data);
    planes = keepPlanes(core, data.planes);
    tidying.stop();
    tidying = keepTidy(core, planes);
  }

  const handlers: Handlers = {
    async generate({ seed, madeOn, today }) {
      // The generator's tables take longer to make than a snapshot to read, so only who needs them pays.
      const { generateMembers } = await import("@/lib/network/population/generate-members");
      startAfresh();
      const companies = syntheticCompanies.map(({ id }) => id);
      const members = loadMembers(core, data, companies, today);
      for (let done = 0; done < data.count; done += batchMembers) {
        const count = Math.min(batchMembers, data.count - done);
        members.add(generateMembers({ seed, first: data.first + done, count, today: madeOn }));
        reply({ progress: done + count });
      }
      members.finish();
      return null;
    },
    startLoad({ companies, today }) {
      startAfresh();
      load = loadMembers(core, data, companies, today);
      return null;
    },
    addBatch({ batch }) {
      load?.add(batch);
      return null;
    },
    finishLoad() {
      load?.finish();
      load = null;
      return null;
    },
    restore({ path, tag, today }) {
      startAfresh();
      if (!restoreSnapshot(core, path, tag) || core.wasm.today() > today) {
        startAfresh();
        return false;
      }
      core.wasm.advance(today);
      return true;
    },
    async save({ path, tag }) {
      const { written } = await turns.take(async () => {
        // Planes are known to this thread only: in a snapshot they would be memory that nobody gives back.
        planes.clear();
        return { written: saveSnapshot(core, path, tag) };
      });
      if (practised) standUp();
      return written;
    },
    warmUp({ forMs }) {
      practised = true;
      warmUp(core, planes, forMs);
      standUp();
      return null;
    },
    cells: ({ expression }) => countCells(core, planes, expression),
    overlap: ({ expressions }) => countOverlap(core, planes, expressions),
    overview: (ask) => inSteps(countOverview(core, planes, ask)),
    deliver: ({ expression, adSetId, days }) =>
      inSteps(deliverDays(core, planes, expression, adSetId, days)),
    union: (ask) => inSteps(uniteSets(core, ask)),
    tally: (ask) => inSteps(tallySets(core, ask, ask.byRegion)),
    apply: ({ changes }) =>
      turns.take(async () => {
        await inSteps(applyChanges(core, planes, changes)).finally(() =>
          tidying.note(changes.length),
        );
        return null;
      }),
    advance({ today }) {
      if (today <= core.wasm.today()) return null;
      core.wasm.advance(today);
      planes.forgetAll();
      catchUp(0, today);
      return null;
    },
    forget() {
      planes.clearAsked();
      return null;
    },
    size: () => ({ members: core.wasm.aliveCount(), bytes: core.wasm.memory.buffer.byteLength }),
  };

  /** After midnight, drops what has expired block by block in idle moments; a question that comes first does so itself. */
  function catchUp(block: number, today: number): void {
    if (core.wasm.today() !== today) return;
    if (block >= core.wasm.blockCount()) {
      if (practised) standUp();
      return;
    }
    core.wasm.touchBlock(block);
    setImmediate(catchUp, block + 1, today);
  }

  /** Fills the standing planes in idle moments, one at a time. */
  function standUp(): void {
    const rules = heaviestRules(core, data.planes);
    const one = core;
    const step = (next: number) => {
      const rule = rules[next];
      if (!rule || core !== one) return;
      planes.stand(rule.clause);
      countCells(core, planes, rule.question);
      setImmediate(step, next + 1);
    };
    setImmediate(step, 0);
  }

  async function handle<K extends AskKind>(
    id: number,
    kind: K,
    ask: Asks[K]["ask"],
  ): Promise<void> {
    try {
      const given = handlers[kind](ask);
      const answer = given instanceof Promise ? await given : given;
      reply({ id, answer }, answer instanceof Uint32Array ? [answer.buffer as ArrayBuffer] : []);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      reply({ id, error: { name, message } });
      if (error instanceof WebAssembly.RuntimeError) fail();
    }
  }

  return ({ id, kind, ask }) => handle(id, kind, ask);
}

/** Changes go in slices, but one message's before the next one's, and a snapshot is of a moment between two. */
function takeTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take<T>(work: () => Promise<T>): Promise<T> {
      const mine = last.then(work);
      last = mine.catch(() => {});
      return mine;
    },
  };
}

async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
