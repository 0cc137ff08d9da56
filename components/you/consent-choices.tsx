import type { MyData } from "@/lib/network/consent/get-my-data";
import type { Notice } from "@/lib/network/consent/notices/notice";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { ConsentSwitch } from "./consent-switch";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { Section } from "./section";

interface ConsentChoicesProps {
  data: Pick<MyData, "inForce" | "facts" | "gpcOn">;
  /** Today's, in the member's language. */
  terms: Notice;
  setConsent: MyActions["setConsent"];
}

/** Each purpose by itself, and in it each app of the family. */
export function ConsentChoices({ data, terms, setConsent }: ConsentChoicesProps) {
  const words = wordsIn(terms.language).choices;
  const { onSocial, ageBand } = data.facts;
  return (
    <Section
      id="choices"
      title={words.title}
      lead={ageBand === null ? `${words.lead} ${words.minor}` : words.lead}
    >
      {purposes.map((purpose) => (
        <fieldset key={purpose} className="min-w-0 rounded-md border bg-surface p-4">
          <legend className="float-left mb-1 w-full font-semibold">
            {terms.purposes[purpose].title}
          </legend>
          <p className="clear-both text-pretty text-ink-2">{terms.purposes[purpose].means}</p>
          <div className="mt-2 flex flex-col divide-y divide-line">
            {recipients.map((recipient) => (
              <ConsentSwitch
                key={recipient}
                purpose={purpose}
                recipient={recipient}
                terms={terms}
                given={data.inForce.some(
                  (key) => key.purpose === purpose && key.recipient === recipient,
                )}
                unused={recipient === "social" && !onSocial}
                held={data.gpcOn && purpose === "relevant_ads"}
                setConsent={setConsent}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Section>
  );
}
