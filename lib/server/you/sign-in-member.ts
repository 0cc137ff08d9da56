import "server-only";
import { createHash } from "node:crypto";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { countTry, placeOf } from "../auth/sign-in-limit";
import type { Database } from "../db/database";
import { log } from "../log";
import { getRuntime } from "../runtime";
import { findByPhone } from "./find-by-phone";
import { gatewayMessages } from "./gateway-messages";
import { membersOnOffer } from "./my-context";
import type { OfferedMember } from "./offered-members";
import { phoneDigits } from "./phone";
import { makeCode, takeCode } from "./sign-in-codes";

type Code = "bad_number" | "too_often" | "no_sender" | "wrong_code";
type Refused = Refusal & { readonly code: Code };

const minuteMs = 60_000;

/** Whether this is too much for the number, or for the place it comes from. */
async function isTooOften(db: Database, kind: "ask" | "try", digits: string, place: string) {
  const nets = [
    { key: `number ${digits}`, most: kind === "ask" ? 8 : 20, windowMs: 30 * minuteMs },
    { key: `place ${place}`, most: kind === "ask" ? 60 : 200, windowMs: 10 * minuteMs },
  ];
  let over = false;
  for (const { key, most, windowMs } of nets) {
    const hashed = createHash("sha256").update(`member ${kind} ${key}`).digest("hex");
    const { tries } = await countTry(db, hashed, windowMs, Date.now());
    over ||= tries > most;
  }
  return over;
}

/** Whether codes reach people: shown on the page, or sent by the operator's gateway. */
export async function canSignIn(): Promise<boolean> {
  const { env } = await getRuntime();
  return env.textGateway !== null || (await membersOnOffer()) !== null;
}

/**
 * Makes a code for a number and sends it in the words of `say`. Where text messages are shown on the page it is answered; otherwise nobody
 * hears whether a number belongs to a member, not by how long the answer takes either. Refuses where nothing can send one.
 */
export async function askForCode(
  headers: Headers,
  written: string,
  say: (code: string) => string,
): Promise<Result<{ readonly digits: string; readonly shown: string | null }, Refused>> {
  const offered = await membersOnOffer();
  const { env } = await getRuntime();
  if (!offered && !env.textGateway) {
    return refuse("no_sender", "This server does not send text messages.");
  }
  const digits = phoneDigits(written);
  if (!digits) return refuse("bad_number", "Write the number with its country code.");
  const { db } = await getRuntime();
  if (await isTooOften(db, "ask", digits, placeOf(headers))) {
    return refuse("too_often", "Too many codes were asked for. Wait a while.");
  }
  if (offered) return ok({ digits, shown: await codeFor(offered, digits) });
  void sendCode(digits, say);
  return ok({ digits, shown: null });
}

/** null: the number is no member's. */
async function codeFor(offered: readonly OfferedMember[], digits: string): Promise<string | null> {
  const { db, secrets } = await getRuntime();
  const member = await findByPhone(db, secrets.pepper, offered, digits);
  if (member === null) return null;
  return makeCode({ db, secret: secrets.authSecret, now: new Date() }, digits, member);
}

/** After the answer, so that it takes as long for a stranger's number. */
async function sendCode(digits: string, say: (code: string) => string): Promise<void> {
  try {
    const { env } = await getRuntime();
    const code = env.textGateway && (await codeFor([], digits));
    if (!env.textGateway || code === null) return;
    const onFailure = (why: string) => log.warn({ why }, "The gateway took no text message.");
    await gatewayMessages(env.textGateway, { fetch, onFailure }).send({
      to: `+${digits}`,
      text: say(code),
    });
  } catch (err) {
    log.error({ err }, "A code to sign in could not be sent.");
  }
}

/** The member whose number and code these are. */
export async function enterCode(
  headers: Headers,
  written: string,
  code: string,
): Promise<Result<number, Refused>> {
  const wrong = () => refuse("wrong_code", "This code is not right, or it has run out.");
  const digits = phoneDigits(written);
  const plain = code.replace(/\s/g, "");
  if (!digits || !/^\d{6}$/.test(plain)) return wrong();
  const { db, secrets } = await getRuntime();
  if (await isTooOften(db, "try", digits, placeOf(headers))) {
    return refuse("too_often", "Too many tries. Wait a while.");
  }
  const parts = { db, secret: secrets.authSecret, now: new Date() };
  const member = await takeCode(parts, digits, plain);
  return member === null ? wrong() : ok(member);
}
