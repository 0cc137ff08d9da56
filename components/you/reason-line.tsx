"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import type { Reason } from "@/lib/network/consent/what-matched";
import type { Words } from "./messages/en";
import { type Formats, formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { useAct } from "./use-act";

interface ReasonLineProps extends Pick<MyActions, "removeSignal" | "stopCompany" | "undo"> {
  language: NoticeLanguage;
  reason: Reason;
  names: Readonly<Record<string, string>>;
}

const isOf = <T extends string>(known: Readonly<Record<T, string>>, key: string): key is T =>
  key in known;

/** What is said of a reason, and its own value. */
function say(
  reason: Reason,
  { why: { reasons }, facts }: Words,
  formats: Formats,
  names: Readonly<Record<string, string>>,
): readonly [string, string] {
  switch (reason.kind) {
    case "signal":
      return [reasons.signal, reason.name];
    case "company":
    case "newTo":
      return [reasons[reason.kind], names[reason.company] ?? reason.company];
    case "place":
      return [reasons.place, names[reason.value] ?? formats.country(reason.value)];
    case "age":
      return [reasons.age, reason.value];
    case "gender":
      return [
        reasons.gender,
        isOf(facts.genders, reason.value) ? facts.genders[reason.value] : reason.value,
      ];
    case "device":
      return [
        reasons.device,
        isOf(facts.devices, reason.value) ? facts.devices[reason.value] : reason.value,
      ];
    case "language":
      return [reasons.language, formats.languageName(reason.value)];
    case "social":
      return [reason.uses ? reasons.social : reasons.messagingOnly, ""];
    case "active":
      return [reasons.active(reason.days), ""];
  }
}

/** One thing that matched, with its own control where it has one: a signal is removed, a company stopped. */
export function ReasonLine(props: ReasonLineProps) {
  const { language, reason, names, removeSignal, stopCompany, undo } = props;
  const words = wordsIn(language);
  const [pending, act] = useAct(words);
  const [what, value] = say(reason, words, formatsIn(language), names);
  const takeBack = () => act(undo, () => toast(words.undone));
  const offer = { action: { label: words.undo, onClick: takeBack } };
  const control =
    reason.kind === "signal"
      ? {
          label: words.signals.remove,
          press: () =>
            act(
              () => removeSignal({ segment: reason.segment }),
              () => toast(words.signals.removed(value), offer),
            ),
        }
      : reason.kind === "company"
        ? {
            label: words.companies.stop,
            press: () =>
              act(
                () => stopCompany({ company: reason.company }),
                () => toast(words.companies.stopped(value), offer),
              ),
          }
        : null;
  return (
    <li className="flex min-h-11 items-center justify-between gap-3 py-1.5">
      <p className="min-w-0">
        {what} {value && <strong className="font-semibold">{value}</strong>}
      </p>
      {control && (
        <Button className="h-11 text-md" busy={pending} onClick={control.press}>
          {control.label}
          <span className="sr-only"> {value}</span>
        </Button>
      )}
    </li>
  );
}
