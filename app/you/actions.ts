"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { answerNotice, type NoticeInput } from "@/lib/network/consent/answer-notice";
import { deleteEverything } from "@/lib/network/consent/delete-everything";
import { noteShown } from "@/lib/network/consent/note-shown";
import { currentNotice } from "@/lib/network/consent/notices/notice";
import { removeSignal } from "@/lib/network/consent/remove-signal";
import { type ConsentInput, setConsent } from "@/lib/network/consent/set-consent";
import { stopCompany } from "@/lib/network/consent/stop-company";
import { type StopInput, stopEverything } from "@/lib/network/consent/stop-everything";
import { undoLast } from "@/lib/network/consent/undo-last";
import { ok, type Refusal, type Result } from "@/lib/result";
import { getRuntime } from "@/lib/server/runtime";
import { currentLanguage } from "@/lib/server/you/language";
import { authorise, memberCookie, noticeCookie } from "@/lib/server/you/my-context";

type Answer = Promise<Result<unknown, Refusal>>;

/** What the member did is on the page that comes with the answer. */
function shown<T>(answer: T): T {
  revalidatePath("/you", "layout");
  return answer;
}

export async function stopEverythingAction(input: StopInput): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  return shown(await stopEverything(me.value, input));
}

export async function setConsentAction(input: ConsentInput): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  return shown(await setConsent(me.value, input));
}

export async function answerNoticeAction(input: NoticeInput): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  return shown(await answerNotice(me.value, input));
}

/** Only that they were asked is written down; the page stays as it is. */
export async function noteShownAction(): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  return noteShown(me.value, { language: await currentLanguage() });
}

/** For this visit; nothing follows from it. */
export async function closeNoticeAction(): Answer {
  const jar = await cookies();
  const me = await authorise(jar);
  if (!me.ok) return me;
  jar.set(noticeCookie, currentNotice, { path: "/you", httpOnly: true, sameSite: "strict" });
  return ok(null);
}

export async function removeSignalAction(input: { readonly segment: string }): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  return shown(await removeSignal(me.value, input));
}

export async function stopCompanyAction(input: { readonly company: string }): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  const { eraser } = await getRuntime();
  return shown(await stopCompany({ ...me.value, eraser }, input));
}

export async function undoAction(): Answer {
  const me = await authorise(await cookies());
  if (!me.ok) return me;
  const { eraser } = await getRuntime();
  return shown(await undoLast({ ...me.value, eraser }));
}

/** One press, in effect when it answers; the session ends with it. */
export async function deleteEverythingAction(): Promise<void> {
  const jar = await cookies();
  const me = await authorise(jar);
  if (!me.ok) redirect("/you");
  const { eraser } = await getRuntime();
  await deleteEverything({ ...me.value, eraser });
  jar.set(memberCookie, "", { path: "/", maxAge: 0 });
  redirect("/you/left");
}
