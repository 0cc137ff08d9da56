import type { Mutex } from "@/lib/network/delivery/mutex";
import type { ListRef } from "./list-store";

interface Parts {
  /** Sessions of a company are completed one after the other. */
  readonly mutex: Mutex;
  /** Does nothing for a session that is in effect already, or gone. */
  readonly complete: (ref: ListRef, sessionId: string) => Promise<void>;
  /** Wall time. */
  readonly now: () => Date;
  readonly onBug: (error: unknown) => void;
}

interface Finishing {
  readonly company: string;
  readonly isLong: boolean;
  readonly done: Promise<void>;
}

/** So long nobody tries what failed again by itself. */
const restMs = 60_000;

/** Puts uploads into effect once their last call came, each once at a time. */
export function createFinishSessions({ mutex, complete, now, onBug }: Parts) {
  const under = new Map<string, Finishing>();
  const failed = new Map<string, number>();
  const nameOf = ({ audienceId }: ListRef, sessionId: string) => `${audienceId} ${sessionId}`;

  function begin(ref: ListRef, sessionId: string, isLong: boolean): Finishing {
    const name = nameOf(ref, sessionId);
    const known = under.get(name);
    if (known) return known;
    const done = mutex
      .run(ref.company, () => complete(ref, sessionId))
      .finally(() => under.delete(name));
    const finishing = { company: ref.company, isLong, done };
    under.set(name, finishing);
    return finishing;
  }

  function leave(ref: ListRef, sessionId: string, { done }: Finishing): void {
    done.catch((error) => {
      failed.set(nameOf(ref, sessionId), now().getTime());
      onBug(error);
    });
  }

  return {
    /** Whether it is in effect now; false: it will be, and nobody need wait. Only the uploader's own rows decide which. */
    async finish(ref: ListRef, sessionId: string, isLong: boolean): Promise<boolean> {
      const isHeldUp = [...under.values()].some((one) => one.isLong && one.company === ref.company);
      const finishing = begin(ref, sessionId, isLong);
      if (isLong || isHeldUp) {
        leave(ref, sessionId, finishing);
        return false;
      }
      await finishing.done;
      return true;
    },

    /** Takes up what a server that ended left, or what failed a while ago. */
    resume(ref: ListRef, sessionId: string): void {
      const name = nameOf(ref, sessionId);
      const at = failed.get(name);
      if (under.has(name) || (at !== undefined && now().getTime() - at < restMs)) return;
      failed.delete(name);
      leave(ref, sessionId, begin(ref, sessionId, true));
    },

    /** Once nothing is under way; for tests. */
    async settled(): Promise<void> {
      await Promise.allSettled([...under.values()].map(({ done }) => done));
    },
  };
}
