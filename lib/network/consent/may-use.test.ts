import fc from "fast-check";
import { expect, test } from "vitest";
import { consentBit, withConsent } from "./consent-bits";
import { mayCount, mayUse } from "./may-use";
import { purposes, type Recipient, recipients } from "./purposes";

const adult = (consent: number) => ({ consent, ageBand: "25-34" });
const ads = (recipient: Recipient) => consentBit("relevant_ads", recipient);
const companies = (recipient: Recipient) => consentBit("known_companies", recipient);

const anyConsent = fc.nat(2 ** (purposes.length * recipients.length) - 1);
const anyRecipients = fc.subarray([...recipients]);

test("every purpose and recipient has a bit of its own", () => {
  const bits = purposes.flatMap((purpose) =>
    recipients.map((recipient) => consentBit(purpose, recipient)),
  );
  expect(bits).toEqual(bits.map((_, place) => 2 ** place));
});

test("a yes covers its own purpose and recipient and nothing else", () => {
  for (const purpose of purposes) {
    for (const recipient of recipients) {
      const person = adult(consentBit(purpose, recipient));
      const allowed = purposes.flatMap((p) =>
        recipients.filter((r) => mayUse(person, p, r)).map((r) => [p, r]),
      );
      expect(allowed).toEqual([[purpose, recipient]]);
    }
  }
});

test("silence is not consent", () => {
  expect(mayCount(adult(0), [], false)).toBe(false);
});

test("nobody under 18 or of unknown age counts, whatever is ticked", () => {
  fc.assert(
    fc.property(anyConsent, anyRecipients, fc.boolean(), (consent, placements, related) => {
      expect(mayCount({ consent, ageBand: null }, placements, related)).toBe(false);
    }),
  );
});

test("without placements any recipient will do, with placements only theirs", () => {
  expect(mayCount(adult(ads("photos")), [], false)).toBe(true);
  expect(mayCount(adult(ads("photos")), ["messenger", "social"], false)).toBe(false);
  expect(mayCount(adult(ads("photos")), ["messenger", "photos"], false)).toBe(true);
});

test("a relationship needs both consents for the same recipient", () => {
  expect(mayCount(adult(ads("messenger") | companies("social")), [], true)).toBe(false);
  expect(mayCount(adult(ads("social") | companies("social")), [], true)).toBe(true);
  expect(mayCount(adult(ads("social") | companies("social")), ["messenger"], true)).toBe(false);
});

test("a withdrawal never makes anybody count, and giving it again restores what was", () => {
  fc.assert(
    fc.property(
      anyConsent,
      anyRecipients,
      fc.boolean(),
      fc.constantFrom(...purposes),
      fc.constantFrom(...recipients),
      (consent, placements, related, purpose, recipient) => {
        const after = withConsent(consent, purpose, recipient, false);
        if (mayCount(adult(after), placements, related)) {
          expect(mayCount(adult(consent), placements, related)).toBe(true);
        }
        expect(mayUse(adult(after), purpose, recipient)).toBe(false);
        const again = withConsent(after, purpose, recipient, true);
        expect(again).toBe(consent | consentBit(purpose, recipient));
      },
    ),
  );
});
