import type { ImportState } from "./import-store";

const everyMs = { terminal: 250, plain: 5_000 };
const number = new Intl.NumberFormat("en");

/** "2 min 5 s" */
export function spanOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${whole % 60} s`;
}

export interface ProgressFacts {
  /** Of this run. */
  readonly lines: number;
  readonly seconds: number;
  /** 0-1 of the source when this run began and now; null when its size is not known. */
  readonly share: { readonly before: number; readonly now: number } | null;
}

/** "12 %, 123,456 lines, 21,000 lines/s, 40 s left" */
export function progressLine({ lines, seconds, share }: ProgressFacts): string {
  const rate = seconds > 0 ? lines / seconds : 0;
  const told = [`${number.format(lines)} lines`, `${number.format(Math.round(rate))} lines/s`];
  if (!share) return told.join(", ");
  const done = share.now - share.before;
  const left = done > 0 ? (seconds * (1 - share.now)) / done : null;
  const percent = `${Math.floor(share.now * 100)} %`;
  return [percent, ...told, ...(left === null ? [] : [`${spanOf(left)} left`])].join(", ");
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says how far an import is: one line that changes on a terminal, else a line every five seconds. */
export function sayProgress(
  out: Output,
  source: { readonly size: number | null; readonly consumed: () => number },
  from: ImportState,
) {
  const started = performance.now();
  const shareNow = () => (source.size ? Math.min(1, source.consumed() / source.size) : null);
  const before = shareNow() ?? 0;
  const pause = out.isTTY ? everyMs.terminal : everyMs.plain;
  let last = started;
  return {
    on(state: ImportState): void {
      const at = performance.now();
      if (at - last < pause) return;
      last = at;
      const now = shareNow();
      const line = progressLine({
        lines: state.lines - from.lines,
        seconds: (at - started) / 1000,
        share: now === null ? null : { before, now },
      });
      out.write(out.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    /** Clears the changing line; answers the seconds since the start. */
    end(): number {
      if (out.isTTY) out.write("\r\x1b[K");
      return (performance.now() - started) / 1000;
    },
  };
}
