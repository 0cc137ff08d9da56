import type { MemberChange } from "@/lib/network/reach/engine";
import type { ChangeLog } from "./change-log";

/** A log in memory with positions from 1 on, in pages small enough that a few changes take several. */
export function memoryLog(id = "test") {
  const changes: MemberChange[] = [];
  const page = 50;
  return {
    id,
    get end() {
      return changes.length;
    },
    append(...more: readonly MemberChange[]): number {
      for (const change of more) changes.push(change);
      return changes.length;
    },
    async *read(after: number, upTo = Number.MAX_SAFE_INTEGER) {
      for (let from = after; from < Math.min(changes.length, upTo); ) {
        const position = Math.min(from + page, changes.length, upTo);
        yield { position, changes: changes.slice(from, position) };
        from = position;
      }
    },
  } satisfies ChangeLog & { append(...more: readonly MemberChange[]): number };
}
