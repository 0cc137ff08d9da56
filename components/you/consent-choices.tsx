import type { MyData } from "@/lib/network/consent/get-my-data";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { ConsentSwitch } from "./consent-switch";
import type { MyActions } from "./my-actions";
import { purposeWords, recipientWords } from "./words";

interface ConsentChoicesProps {
  data: Pick<MyData, "inForce" | "usesSocial" | "adult">;
  setConsent: MyActions["setConsent"];
}

/** Each purpose by itself, and in it each app of the family. */
export function ConsentChoices({ data, setConsent }: ConsentChoicesProps) {
  return (
    <section aria-labelledby="choices" className="flex flex-col gap-4">
      <div>
        <h2 id="choices" className="font-semibold text-lg">
          What for, and in which app
        </h2>
        <p className="text-ink-2">
          Each choice stands by itself and works at once. The service is the same either way.
          {!data.adult &&
            " While your age is unknown or under 18, nothing is used whatever you choose."}
        </p>
      </div>
      {purposes.map((purpose) => (
        <fieldset key={purpose} className="min-w-0 rounded-md border bg-surface p-4">
          <legend className="float-left mb-1 w-full font-semibold">
            {purposeWords[purpose].title}
          </legend>
          <p className="clear-both text-ink-2">{purposeWords[purpose].means}</p>
          <div className="mt-2 flex flex-col divide-y divide-line">
            {recipients.map((recipient) => (
              <ConsentSwitch
                key={recipient}
                purpose={purpose}
                recipient={recipient}
                label={recipientWords[recipient]}
                given={data.inForce.some(
                  (key) => key.purpose === purpose && key.recipient === recipient,
                )}
                unused={recipient === "social" && !data.usesSocial}
                setConsent={setConsent}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
