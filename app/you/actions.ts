"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { removeSignal } from "@/lib/network/consent/remove-signal";
import { type ConsentInput, setConsent } from "@/lib/network/consent/set-consent";
import { stopEverything } from "@/lib/network/consent/stop-everything";
import { undoLast } from "@/lib/network/consent/undo-last";
import type { Refusal, Result } from "@/lib/result";
import { authorise } from "@/lib/server/you/my-context";

type Answer = Promise<Result<unknown, Refusal>>;

export async function stopEverythingAction(): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  const stopped = await stopEverything(me.value);
  revalidatePath("/you");
  return stopped;
}

export async function setConsentAction(input: ConsentInput): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  const set = await setConsent(me.value, input);
  revalidatePath("/you");
  return set;
}

export async function removeSignalAction(input: { readonly segment: string }): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  const removed = await removeSignal(me.value, input);
  revalidatePath("/you");
  return removed;
}

export async function undoAction(): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  const undone = await undoLast(me.value);
  revalidatePath("/you");
  return undone;
}
