import fc from "fast-check";
import { expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { answerNotice } from "./answer-notice";
import { consentAnswers } from "./consent-answers";
import { everyConsent } from "./consents-of";
import { getNotice } from "./get-notice";
import { honourGpc } from "./honour-gpc";
import { noteShown } from "./note-shown";
import { setConsent } from "./set-consent";
import { stopEverything } from "./stop-everything";
import { membersAtHome, mine } from "./testing";
import { undoLast } from "./undo-last";

type Act = (ctx: Parameters<typeof undoLast>[0]) => Promise<unknown>;

const choice = fc.record({ key: fc.constantFrom(...everyConsent), given: fc.boolean() });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  choice.map(
    ({ key, given }): Act =>
      (ctx) =>
        setConsent(ctx, { ...key, given }),
  ),
  fc.uniqueArray(choice, { selector: ({ key }) => key, minLength: 1 }).map(
    (answers): Act =>
      (ctx) =>
        answerNotice(ctx, {
          version: "v4",
          choices: answers.map(({ key, given }) => ({ ...key, given })),
        }),
  ),
  fc.constantFrom<Act>(stopEverything, undoLast, honourGpc, noteShown),
);

test("whatever a person does, the ledger says exactly what is in force", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(2 ** everyConsent.length - 1),
      fc.boolean(),
      fc.array(fc.tuple(anyAct, fc.boolean()), { maxLength: 12 }),
      async (consent, onSocial, acts) => {
        const { as, members } = membersAtHome([aMember({ number: 7, consent, onSocial })]);
        for (const [act, gpc] of acts) {
          await act(as(7, gpc));
          const { inForce } = await mine(as(7));
          const answers = consentAnswers(await members.listConsentEvents(7), consent);
          const said = answers.filter(({ answer }) => answer === "given");
          expect(said.map(({ purpose, recipient }) => ({ purpose, recipient }))).toEqual(inForce);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("nothing that is asked about was answered in its meaning, and only asked things change by answering", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 6 }), fc.boolean(), async (acts, given) => {
      const { as } = membersAtHome([aMember({ number: 7 })]);
      for (const act of acts) await act(as(7));
      const needed = await getNotice(as(7), "en");
      if (!needed.ok || !needed.value) return;
      const choices = needed.value.asks.map((key) => ({ ...key, given }));
      await answerNotice(as(7), { version: "v4", choices });
      expect(await getNotice(as(7), "en")).toEqual({ ok: true, value: null });
    }),
    { numRuns: 60 },
  );
});
