import type { StatusChange } from "./store";

/** A stretch of network time; `to` is null while it lasts. */
export interface Span {
  readonly from: Date;
  readonly to: Date | null;
}

const endOf = ({ to }: Span): number => to?.getTime() ?? Number.POSITIVE_INFINITY;
const dateOf = (ms: number): Date | null => (Number.isFinite(ms) ? new Date(ms) : null);

/** When each object was ACTIVE, from its status changes in order. */
export function switchedOn(
  changes: readonly StatusChange[],
): (objectId: number) => readonly Span[] {
  const spans = new Map<number, Span[]>();
  const since = new Map<number, Date>();
  for (const { objectId, status, at } of changes) {
    const from = since.get(objectId);
    if (status === "ACTIVE") {
      if (!from) since.set(objectId, at);
      continue;
    }
    since.delete(objectId);
    if (from && from < at) spans.set(objectId, [...(spans.get(objectId) ?? []), { from, to: at }]);
  }
  return (objectId) => {
    const closed = spans.get(objectId) ?? [];
    const from = since.get(objectId);
    return from ? [...closed, { from, to: null }] : closed;
  };
}

/** Times in both lists; each is ascending without overlaps, and so is the answer. */
export function intersect(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const from = Math.max(one.from.getTime(), other.from.getTime());
      const to = Math.min(endOf(one), endOf(other));
      return from < to ? [{ from: new Date(from), to: dateOf(to) }] : [];
    }),
  );
}

/** Times in any of the spans, ascending without overlaps. */
export function unite(spans: readonly Span[]): readonly Span[] {
  const united: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = united.at(-1);
    if (last && endOf(last) >= span.from.getTime()) {
      united[united.length - 1] = {
        from: last.from,
        to: dateOf(Math.max(endOf(last), endOf(span))),
      };
    } else united.push(span);
  }
  return united;
}
