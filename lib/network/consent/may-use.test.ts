import fc from "fast-check";
import { expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { consentBit, withConsent } from "./consent-bits";
import { replay } from "./load-member";
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

test("what was allowed when it happened and what is allowed now are two questions", () => {
  const made = aMember({ consent: 0 });
  const at = (hour: number) => new Date(Date.UTC(2026, 8, 1, hour));
  const change = { type: "consent", member: 0, purpose: "safety", recipient: "photos" } as const;
  const events = [
    { change: { ...change, given: true }, at: at(1) },
    { change: { ...change, given: false }, at: at(3) },
  ];
  const allowed = [0, 1, 2, 3, 4].map((hour) => {
    const then = replay(
      made,
      events.filter((event) => event.at <= at(hour)),
    );
    return then !== null && mayUse(then, "safety", "photos");
  });
  expect(allowed).toEqual([false, true, true, false, false]);
});

test("a consent that nobody withdraws holds however much time passes", () => {
  const given = { type: "consent", member: 0, purpose: "safety", recipient: "photos" } as const;
  const long = new Date("1990-01-01T00:00:00Z");
  const person = replay(aMember({ consent: 0 }), [{ change: { ...given, given: true }, at: long }]);
  expect(person && mayUse(person, "safety", "photos")).toBe(true);
});
