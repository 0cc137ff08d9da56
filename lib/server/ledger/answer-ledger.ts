import "server-only";
import type { Result } from "@/lib/result";
import { getRuntime } from "../runtime";
import { type PublicLedger, publicLedger } from "./public-ledger";

export async function getPublicLedger(): Promise<PublicLedger> {
  const { db, secrets } = await getRuntime();
  return publicLedger(db, secrets.ledgerKey, () => new Date());
}

/** Everybody may read the ledger from anywhere. */
const headers = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };

export const textAnswer = (text: string): Response =>
  new Response(text, { headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });

/** What was asked for, or 400 (404 for what there is not) with the reason as JSON. */
export function ledgerAnswer<T>(result: Result<T>, show: (value: T) => Response): Response {
  if (result.ok) return show(result.value);
  const status = result.error.code === "not_found" ? 404 : 400;
  return Response.json({ error: result.error }, { status, headers });
}

export const jsonAnswer = (value: object): Response => Response.json(value, { headers });
