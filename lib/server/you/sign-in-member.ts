import "server-only";
import { createHash } from "node:crypto";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { countTry, placeOf } from "../auth/sign-in-limit";
import type { Database } from "../db/database";
import { getRuntime } from "../runtime";
import { findByPhone } from "./find-by-phone";
import { membersOnOffer } from "./my-context";
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

/**
 * Makes a code for a number. Where text messages are shown on the page it is answered; nobody hears whether a number belongs to a
 * member otherwise. Refuses where nothing can send one.
 */
export async function askForCode(
  headers: Headers,
  written: string,
): Promise<Result<{ readonly digits: string; readonly shown: string | null }, Refused>> {
  const offered = await membersOnOffer();
  if (!offered) return refuse("no_sender", "This server does not send text messages.");
  const digits = phoneDigits(written);
  if (!digits) return refuse("bad_number", "Write the number with its country code.");
  const { db, secrets } = await getRuntime();
  if (await isTooOften(db, "ask", digits, placeOf(headers))) {
    return refuse("too_often", "Too many codes were asked for. Wait a while.");
  }
  const member = await findByPhone(db, secrets.pepper, offered, digits);
  if (member === null) return ok({ digits, shown: null });
  const parts = { db, secret: secrets.authSecret, now: new Date() };
  return ok({ digits, shown: await makeCode(parts, digits, member) });
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
