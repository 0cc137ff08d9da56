import Link from "next/link";
import type { Notice } from "@/lib/network/consent/notices/notice";
import { type Recipient, recipients } from "@/lib/network/consent/purposes";
import type { Reason } from "@/lib/network/consent/what-matched";
import { ConsentSwitch } from "./consent-switch";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { ReasonLine } from "./reason-line";

interface AdCardProps {
  ad: {
    readonly ad: number | null;
    readonly says: string;
    readonly paidBy: string;
    readonly companyName: string | null;
    readonly days: readonly string[];
    readonly reasons: readonly Reason[];
    readonly gone: boolean;
    readonly recipients: readonly Recipient[];
  };
  terms: Notice;
  /** Recipients for which relevant ads are in force. */
  allowed: readonly Recipient[];
  usesSocial: boolean;
  gpcOn: boolean;
  /** Names of companies and regions by id or code. */
  names: Readonly<Record<string, string>>;
  actions: Pick<MyActions, "removeSignal" | "stopCompany" | "setConsent" | "undo">;
}

/** One ad: who paid, what matched, and beside each the control that stops it. */
export function AdCard(props: AdCardProps) {
  const { ad, terms, allowed, usesSocial, gpcOn, names, actions } = props;
  const words = wordsIn(terms.language).why;
  const { shortDay, list } = formatsIn(terms.language);
  const among = ad.recipients.length > 0 ? ad.recipients : recipients;
  const title = ad.companyName ? `${ad.companyName}: ${ad.says}` : ad.says;
  return (
    <article className="flex flex-col gap-3 rounded-md border bg-surface p-4">
      <div>
        <h2 className="text-pretty font-semibold text-md">{title}</h2>
        <p className="text-base text-ink-2">{words.paid(ad.paidBy)}</p>
        <p className="text-base text-ink-2">{words.on(list(ad.days.map(shortDay)))}</p>
      </div>
      <div>
        <h3 className="font-semibold text-base text-ink-2">{words.matched}</h3>
        {ad.reasons.length === 0 && !ad.gone && <p className="mt-1">{words.reasons.anyone}</p>}
        <ul className="divide-y divide-line">
          {ad.reasons.map((reason) => (
            <ReasonLine
              key={JSON.stringify(reason)}
              language={terms.language}
              reason={reason}
              names={names}
              removeSignal={actions.removeSignal}
              stopCompany={actions.stopCompany}
              undo={actions.undo}
            />
          ))}
        </ul>
        {ad.gone && <p className="mt-1 text-ink-2">{words.gone}</p>}
      </div>
      <fieldset className="min-w-0">
        <legend className="font-semibold text-base text-ink-2">
          {words.control}: {terms.purposes.relevant_ads.title}
        </legend>
        <div className="divide-y divide-line">
          {recipients
            .filter((recipient) => among.includes(recipient))
            .map((recipient) => (
              <ConsentSwitch
                key={recipient}
                purpose="relevant_ads"
                recipient={recipient}
                via="ad_menu"
                terms={terms}
                given={allowed.includes(recipient)}
                unused={recipient === "social" && !usesSocial}
                held={gpcOn}
                setConsent={actions.setConsent}
              />
            ))}
        </div>
      </fieldset>
      {ad.ad !== null && (
        <Link
          href={`/ads?ad=${ad.ad}`}
          className="flex min-h-11 items-center self-start text-accent underline underline-offset-4"
        >
          {words.repository}
        </Link>
      )}
    </article>
  );
}
