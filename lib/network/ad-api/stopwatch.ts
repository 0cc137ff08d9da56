/** How long a call took, and its part of the process's CPU time: what was used meanwhile, shared with the calls beside it. */
export function createStopwatch(cpuMs: () => number) {
  let running = 0;
  return () => {
    running += 1;
    const cpu = cpuMs();
    const start = performance.now();
    return () => {
      const used = { cpuMs: (cpuMs() - cpu) / running, timeMs: performance.now() - start };
      running -= 1;
      return used;
    };
  };
}
