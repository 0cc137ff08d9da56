import type { MyEvent } from "@/lib/network/consent/list-history";
import type { Notice } from "@/lib/network/consent/notices/notice";
import type { Words } from "./messages/en";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";

interface HistoryLineProps {
  event: MyEvent;
  terms: Notice;
  companyName: (company: string) => string;
}

function sayWhat({ what, by, via }: MyEvent, words: Words["history"]): string {
  if (what === "given") return by === "network" ? words.before : words.given;
  if (what !== "withdrawn") return words[what];
  if (by === "gpc") return words.gpc;
  return via === "restore" ? words.restored : words.withdrawn;
}

/** One thing that happened, with a receipt for each consent. */
export function HistoryLine({ event, terms, companyName }: HistoryLineProps) {
  const words = wordsIn(terms.language).history;
  const { moment } = formatsIn(terms.language);
  const consents = event.consents.map(({ purpose, recipient, leaf }) => ({
    said: `${terms.purposes[purpose].title} · ${terms.recipients[recipient].name}`,
    leaf,
  }));
  const [one] = consents;
  const object = event.signal ?? (event.company && companyName(event.company));
  return (
    <li className="flex flex-col gap-1 py-3">
      <time dateTime={event.at} className="text-base text-ink-2">
        {moment(event.at)}
      </time>
      {consents.length > 1 ? (
        <details>
          <summary className="min-h-6 cursor-pointer">
            {sayWhat(event, words)} {words.many(consents.length)}
          </summary>
          <ul className="mt-1 flex flex-col">
            {consents.map(({ said, leaf }) => (
              <li key={said} className="flex items-center justify-between gap-3">
                <span>{said}</span>
                <Receipt leaf={leaf} said={said} word={words.receipt} />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <div className="flex items-center justify-between gap-3">
          <p className="min-w-0">
            {sayWhat(event, words)}{" "}
            <span lang={event.signal ? "en" : undefined}>{one?.said ?? object}</span>
          </p>
          {one && <Receipt leaf={one.leaf} said={one.said} word={words.receipt} />}
        </div>
      )}
    </li>
  );
}

function Receipt({ leaf, said, word }: { leaf: number | null; said: string; word: string }) {
  if (leaf === null) return null;
  return (
    <a
      href={`/api/you/receipts/${leaf}`}
      download
      className="flex min-h-11 shrink-0 items-center px-1 text-accent underline underline-offset-4"
    >
      {word}
      <span className="sr-only">: {said}</span>
    </a>
  );
}
