/** Work under one name runs one after the other; work that must run alone waits for all before it and holds up all after it. */
export interface Mutex {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
  runAlone<T>(work: () => Promise<T>): Promise<T>;
}

export function createMutex(): Mutex {
  const tails = new Map<string, Promise<unknown>>();
  let alone: Promise<unknown> = Promise.resolve();

  return {
    run(name, work) {
      const before = Promise.all([tails.get(name), alone]);
      const result = before.then(work);
      const tail = result.catch(() => undefined);
      tails.set(name, tail);
      void tail.finally(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
      return result;
    },
    runAlone(work) {
      const before = Promise.all([...tails.values(), alone]);
      const result = before.then(work);
      alone = result.catch(() => undefined);
      return result;
    },
  };
}
