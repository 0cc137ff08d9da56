import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { judgeSignals } from "./judge-signals";
import { mostEvents, signalBatch } from "./signal-event";
import type { RefusedSignal } from "./signal-refusals";
import type { SignalStore } from "./signal-store";

export interface SignalContext {
  /** The app whose key signed the batch. */
  readonly app: string;
  readonly signals: SignalStore;
  readonly now: () => Date;
}

export interface SignalAnswer {
  readonly accepted: number;
  /** Taken before: they changed nothing now. */
  readonly duplicates: number;
  readonly refused: readonly RefusedSignal[];
}

type BatchRefusal = Refusal & { readonly code: "invalid" | "another_app" };

/**
 * Takes a batch of signals: each event is accepted or refused by itself, and sending the batch again changes nothing. Refuses the
 * whole batch only when it is none, or when another app's key signed it.
 */
export async function receiveSignals(
  ctx: SignalContext,
  input: unknown,
): Promise<Result<SignalAnswer, BatchRefusal>> {
  const batch = signalBatch.safeParse(input);
  if (!batch.success) {
    return refuse(
      "invalid",
      `A batch is {"app": "...", "events": [...]} with at most ${mostEvents} events, and nothing else.`,
    );
  }
  const { app, events } = batch.data;
  if (app !== ctx.app) return refuse("another_app", "This key belongs to another app.");
  const now = ctx.now();
  const { accepted, duplicates, refused } = await ctx.signals.keep(
    app,
    events,
    (known) => judgeSignals(events, known, now),
    now,
  );
  return ok({ accepted, duplicates, refused });
}
