import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import {
  answerName,
  type PricedRow,
  type QuestionCap,
  type ReleaseRow,
} from "@/lib/network/release/release-table";
import type { Database } from "../db/database";
import { released, setting } from "../db/schema/network";

const settingKey = "questions-by-day";

/** Questions of all workspaces that were answered for the first time, by day of network time (UTC). */
type QuestionsByDay = Readonly<Record<string, number>>;

/**
 * Counts the questions among these that nobody asked before, unless the network would answer more than the cap allows.
 * One transaction at a time: whoever comes second waits and sees what the first has counted.
 */
export async function underCap(
  tx: Database,
  due: readonly PricedRow[],
  at: Date,
  cap: QuestionCap,
): Promise<boolean> {
  const byDay = await lockedCounts(tx);
  const fresh = await unanswered(tx, due);
  if (fresh === 0) return true;
  const recent = recentOf(byDay, at, cap);
  if (fresh > 0 && sumOf(recent) + fresh > cap.questions) return false;
  const today = dayOf(at);
  const value = { ...recent, [today]: (byDay[today] ?? 0) + fresh };
  await tx.update(setting).set({ value }).where(eq(setting.key, settingKey));
  return true;
}

/** Whether so many questions that nobody asked before would be more than the cap allows, as far as others have written. */
export async function isCapped(
  db: Database,
  fresh: number,
  at: Date,
  cap: QuestionCap,
): Promise<boolean> {
  const [row] = await db.select().from(setting).where(eq(setting.key, settingKey));
  const byDay = (row?.value ?? {}) as QuestionsByDay;
  return fresh > 0 && sumOf(recentOf(byDay, at, cap)) + fresh > cap.questions;
}

function recentOf(byDay: QuestionsByDay, at: Date, { days }: QuestionCap): QuestionsByDay {
  const since = dayOf(new Date(at.getTime() - (days - 1) * 86_400_000));
  return Object.fromEntries(Object.entries(byDay).filter(([day]) => day >= since));
}

const sumOf = (byDay: QuestionsByDay): number =>
  Object.values(byDay).reduce((sum, questions) => sum + questions, 0);

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

async function lockedCounts(tx: Database): Promise<QuestionsByDay> {
  const locked = () => tx.select().from(setting).where(eq(setting.key, settingKey)).for("update");
  const [row] = await locked();
  if (row) return row.value as QuestionsByDay;
  await tx.insert(setting).values({ key: settingKey, value: {} }).onConflictDoNothing();
  const [made] = await locked();
  return (made?.value ?? {}) as QuestionsByDay;
}

async function unanswered(tx: Database, due: readonly PricedRow[]): Promise<number> {
  const names = new Set(due.map(({ row }) => answerName(row)));
  const found = await tx
    .select({ epoch: released.epoch, kind: released.kind, key: released.key })
    .from(released)
    .where(mayAnswer(due.map(({ row }) => row)));
  return names.size - found.filter((row) => names.has(answerName(row))).length;
}

/** Rows that may answer these questions: any of their epochs with any of their kinds and keys, so names are compared afterwards. */
export function mayAnswer(rows: readonly Pick<ReleaseRow, "epoch" | "kind" | "key">[]) {
  const distinct = (values: readonly string[]) => [...new Set(values)];
  return and(
    inArray(released.epoch, distinct(rows.map(({ epoch }) => epoch))),
    inArray(released.kind, distinct(rows.map(({ kind }) => kind))),
    inArray(released.key, distinct(rows.map(({ key }) => key))),
  );
}
