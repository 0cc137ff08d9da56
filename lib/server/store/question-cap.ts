import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod/mini";
import {
  answerName,
  type Payer,
  type PricedRow,
  type QuestionCap,
  type ReleaseRow,
} from "@/lib/network/release/release-table";
import type { Database } from "../db/database";
import { released, setting } from "../db/schema/network";

const settingKey = "questions-by-day";

/** Questions that were answered for the first time, by day of network time (UTC) and by the workspace that asked first. */
type QuestionsByDay = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Days before workspaces had a share of their own have one count, which is nobody's in particular. */
const countsSchema = z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())]));

/**
 * Counts the questions among these that nobody asked before, unless the network would answer more than the cap allows ("capped"),
 * or this workspace more than its share ("spent"). One transaction at a time: whoever comes second waits and sees what the first
 * has counted.
 */
export async function countUnderCap(
  tx: Database,
  due: readonly PricedRow[],
  { workspaceId, at, cap }: Payer,
): Promise<"spent" | "capped" | null> {
  if (!cap || due.length === 0) return null;
  const byDay = recentOf(await lockedCounts(tx), at, cap);
  const fresh = await unanswered(tx, due);
  if (fresh === 0) return null;
  const refused = refusalOf(byDay, workspaceId, fresh, cap);
  if (refused) return refused;
  const today = byDay[dayOf(at)] ?? {};
  const own = { ...today, [workspaceId]: (today[workspaceId] ?? 0) + fresh };
  const value: QuestionsByDay = { ...byDay, [dayOf(at)]: own };
  await tx.update(setting).set({ value }).where(eq(setting.key, settingKey));
  return null;
}

/** What so many questions that nobody asked before would be told, as far as others have written. */
export async function capRefusal(
  db: Database,
  fresh: number,
  { workspaceId, at, cap }: Payer,
): Promise<"spent" | "capped" | null> {
  if (!cap || fresh === 0) return null;
  const [row] = await db.select().from(setting).where(eq(setting.key, settingKey));
  return refusalOf(recentOf(countsOf(row?.value), at, cap), workspaceId, fresh, cap);
}

const countsOf = (value: unknown): QuestionsByDay =>
  Object.fromEntries(
    Object.entries(countsSchema.parse(value ?? {})).map(([day, counts]) => [
      day,
      typeof counts === "number" ? { "": counts } : counts,
    ]),
  );

function refusalOf(
  byDay: QuestionsByDay,
  workspaceId: string,
  fresh: number,
  { questions, each }: QuestionCap,
): "spent" | "capped" | null {
  let [all, own] = [fresh, fresh];
  for (const day of Object.values(byDay)) {
    for (const count of Object.values(day)) all += count;
    own += day[workspaceId] ?? 0;
  }
  if (own > each) return "spent";
  return all > questions ? "capped" : null;
}

function recentOf(byDay: QuestionsByDay, at: Date, { days }: QuestionCap): QuestionsByDay {
  const since = dayOf(new Date(at.getTime() - (days - 1) * 86_400_000));
  return Object.fromEntries(Object.entries(byDay).filter(([day]) => day >= since));
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

async function lockedCounts(tx: Database): Promise<QuestionsByDay> {
  const locked = () => tx.select().from(setting).where(eq(setting.key, settingKey)).for("update");
  const [row] = await locked();
  if (row) return countsOf(row.value);
  await tx.insert(setting).values({ key: settingKey, value: {} }).onConflictDoNothing();
  const [made] = await locked();
  return countsOf(made?.value);
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

/** Puts back what a restored backup forgot, and moves what it knows by so many days. */
export async function restoreCounts(
  db: Database,
  forgotten: readonly {
    readonly workspace: string;
    readonly day: string;
    readonly questions: number;
  }[],
  moveDays: number,
): Promise<void> {
  const moved = (day: string) => dayOf(new Date(Date.parse(day) + moveDays * 86_400_000));
  await db.transaction(async (tx) => {
    const known = Object.entries(await lockedCounts(tx));
    const value: Record<string, Record<string, number>> = Object.fromEntries(
      known.map(([day, counts]) => [moved(day), { ...counts }]),
    );
    for (const { workspace, day, questions } of forgotten) {
      const counts = value[moved(day)] ?? {};
      counts[workspace] = (counts[workspace] ?? 0) + questions;
      value[moved(day)] = counts;
    }
    await tx.update(setting).set({ value }).where(eq(setting.key, settingKey));
  });
}
