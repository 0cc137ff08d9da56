import { z } from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { changeConsents, eventOf } from "./consent-change";
import { type ConsentKey, isGiven } from "./consents-of";
import { usedBy } from "./get-notice";
import { gpcSaysNo } from "./gpc";
import { loadMember, type MyContext, type NoMember } from "./load-member";
import { currentNotice } from "./notices/notice";
import { purposes, recipients } from "./purposes";
import { toldInput } from "./told";

const noticeInput = z.extend(toldInput, {
  /** The version that was read. */
  version: z.string(),
  /** Only what was chosen: what is left out stays as it was. */
  choices: z
    .array(
      z.object({
        purpose: z.literal([...purposes]),
        recipient: z.literal([...recipients]),
        given: z.boolean(),
      }),
    )
    .check(z.minLength(1), z.maxLength(purposes.length * recipients.length)),
});
export type NoticeInput = z.input<typeof noticeInput>;

type Refused =
  | NoMember
  | (Refusal & { readonly code: "invalid" | "not_used" | "gpc" | "outdated" });

/**
 * The signed-in member's answers to the notice, effective when it resolves: a yes gives, also again in a new meaning; a no withdraws what
 * was in force and else is written down as refused. Refuses answers to another version than today's, two answers about one
 * thing, a yes for an app the member does not use, and a yes that the browser's Global Privacy Control contradicts.
 */
export async function answerNotice(
  ctx: MyContext,
  input: NoticeInput,
): Promise<Result<null, Refused>> {
  const parsed = noticeInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "There is no such choice.");
  const { version, choices, language, clientAt } = parsed.data;
  const keys = new Set(choices.map(({ purpose, recipient }) => `${purpose} ${recipient}`));
  if (keys.size < choices.length) return refuse("invalid", "One thing has two answers.");
  if (version !== currentNotice) {
    return refuse("outdated", "This notice has changed since you opened it: read the new one.");
  }
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const { now } = loaded.value;
  const [yes, no] = [choices.filter(({ given }) => given), choices.filter(({ given }) => !given)];
  if (yes.some(({ recipient }) => !usedBy(now).includes(recipient))) {
    return refuse("not_used", "You do not use the social app, so there is nothing to allow.");
  }
  if (ctx.gpc && yes.some(({ purpose }) => purpose === "relevant_ads")) return gpcSaysNo();

  const act = { actor: "member", method: "notice", language, clientAt } as const;
  const isOn = (key: ConsentKey) => isGiven(now.consent, key);
  const isOff = (key: ConsentKey) => !isOn(key);
  const fresh = changeConsents(ctx.member, yes.filter(isOff), true, act);
  const withdrawn = changeConsents(ctx.member, no.filter(isOn), false, act);
  await ctx.members.record(ctx.member, [...fresh.changes, ...withdrawn.changes], ctx.now(), [
    ...yes.map((key) => eventOf("given", key, act)),
    ...withdrawn.events,
    ...no.filter(isOff).map((key) => eventOf("refused", key, act)),
  ]);
  return ok(null);
}
