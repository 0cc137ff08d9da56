"use client";

import { MessageSquare } from "lucide-react";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import type { DoorState } from "./door-state";
import { wordsIn } from "./messages/words-in";
import { sayRefusal } from "./say-refusal";

export interface OfferedNumber {
  readonly phone: string;
  /** Who that is, in the page's language. */
  readonly said: string;
}

interface DoorFormProps {
  language: NoticeLanguage;
  offered: readonly OfferedNumber[];
  signIn: (state: DoorState, form: FormData) => Promise<DoorState>;
}

const wide = "h-11 w-full text-md";
const first: DoorState = { step: "number", phone: "", refusal: null };

export function DoorForm({ language, offered, signIn }: DoorFormProps) {
  const words = wordsIn(language);
  const [state, action, pending] = useActionState(signIn, first);
  const [phone, setPhone] = useState("");
  const [again, setAgain] = useState(false);
  const atCode = state.step === "code" && !again;
  const error = state.refusal && !again ? sayRefusal(words, state.refusal) : null;
  return (
    <>
      <section aria-labelledby="door" className="rounded-md border bg-surface p-4">
        <form action={action} onSubmit={() => setAgain(false)} className="flex flex-col gap-4">
          <h2 id="door" className="font-semibold text-lg">
            {words.door.title}
          </h2>
          {atCode ? (
            <>
              <input type="hidden" name="phone" value={state.phone} />
              <p role="status" className="text-pretty">
                {words.door.sent(state.phone)}
              </p>
              {state.shown && (
                <div className="flex gap-3 rounded-md bg-sunken p-3">
                  <MessageSquare aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-2" />
                  <div>
                    <p className="text-base text-ink-2">{words.door.mock}</p>
                    <p>{words.door.text(state.shown)}</p>
                  </div>
                </div>
              )}
              <Field label={words.door.code} error={error}>
                <Input
                  key="code"
                  name="code"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={12}
                  required
                  className={wide}
                />
              </Field>
              <Button type="submit" variant="primary" busy={pending} className={wide}>
                {words.door.enter}
              </Button>
              <Button variant="quiet" className={wide} onClick={() => setAgain(true)}>
                {words.door.other}
              </Button>
            </>
          ) : (
            <>
              <Field label={words.door.number} description={words.door.numberHint} error={error}>
                <Input
                  key="phone"
                  name="phone"
                  type="tel"
                  autoComplete="tel"
                  placeholder="+44 7700 900123"
                  maxLength={40}
                  required
                  value={phone}
                  onValueChange={setPhone}
                  className={wide}
                />
              </Field>
              <Button type="submit" variant="primary" busy={pending} className={wide}>
                {words.door.send}
              </Button>
            </>
          )}
        </form>
      </section>
      {!atCode && offered.length > 0 && (
        <section aria-labelledby="offered" className="flex flex-col gap-3">
          <h2 id="offered" className="font-semibold text-lg">
            {words.door.offered}
          </h2>
          <p className="text-pretty text-ink-2">{words.door.demo}</p>
          <ul className="divide-y divide-line rounded-md border bg-surface">
            {offered.map((one) => (
              <li key={one.phone} className="flex flex-col items-start gap-2 px-4 py-3">
                <p>{one.said}</p>
                <Button className="h-11 text-md" onClick={() => setPhone(one.phone)}>
                  {words.door.use(one.phone)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
