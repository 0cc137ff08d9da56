import type { ReactNode } from "react";
import { Chapter } from "./chapter";
import { Claims } from "./claims";
import type { MethodFacts, NoticeFacts } from "./facts";
import { Notices } from "./notices";
import { PrecisionTable } from "./precision-table";
import { WindowsTable } from "./windows-table";

const people = (count: number): ReactNode => count.toLocaleString("en");

interface MethodPageProps {
  facts: MethodFacts;
  notices: readonly NoticeFacts[];
}

/** How numbers about people are made, in plain words; every figure comes from the code that makes them. */
export function MethodPage({ facts, notices }: MethodPageProps) {
  const { floor, launch, sharesOnlyBelow, shareFloor, partForReports, partForPacing } = facts;
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-8 p-4 py-8 text-md">
      <header className="flex flex-col gap-2">
        <p className="font-semibold text-base text-ink-2">Nod</p>
        <h1 className="font-semibold text-xl">How numbers about people are made</h1>
        <p className="text-ink-2">
          Every number of people that leaves the network goes through one gate. It stays useful for
          planning, and what it can tell about any one person is bounded. This page says how, what
          may be claimed about it, and what may not.
        </p>
      </header>

      <Chapter title="Who is counted">
        <p>
          People of 18 and over who said yes to ads by their interests, for at least one of the apps
          an ad may run in. Where an audience asks about a company, they also said yes to being
          reached by companies they work with; without that yes a person is neither “with” nor “new
          to” any company.
        </p>
        <p>
          Somebody who opts out is left out of every question first asked after it, and of every
          delivery. Interests that must not be collected (health, politics, belief, sexuality and
          the like) are not there to be asked about.
        </p>
      </Chapter>

      <Notices notices={notices} />

      <Chapter title="Why a range and not a number">
        <p>
          A count that is exact, or only rounded, can be asked twice with one person’s details in
          between, and then it tells what that person likes. So a little noise is added before
          anything else happens. How much depends on how large the answer is: large audiences bear
          more.
        </p>
        <PrecisionTable steps={facts.precision} />
        <p>
          The range shown is twice that on both sides, and half a rounding step, at least 2 %.
          Numbers are rounded so that no digit is shown that means nothing.
        </p>
      </Chapter>

      <Chapter title="The same question has the same answer">
        <p>
          Noise belongs to the question, not to the moment. Asked again, by you or by anybody, it
          gives the same answer until the week ends on Sunday night (UTC), also in other words as
          long as they can be seen to mean the same. Asking a thousand times and averaging gives
          that one answer.
        </p>
        <p>
          An answer that was given stays for its week also when somebody opts out, so that nobody
          can watch one person leave. New questions leave them out at once.
        </p>
      </Chapter>

      <Chapter title="Small groups stay hidden">
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          <li>
            A size below {people(floor)} people is “fewer than {people(floor)}”. Parts of a larger
            number may be smaller; their noise is the same.
          </li>
          <li>
            An audience can be launched from {people(launch)} people in its sharpest answer, so that
            noise alone does not carry a smaller one over the line.
          </li>
          <li>
            Breakdowns add up to the number above them. Below {people(sharesOnlyBelow)} people they
            are shares without counts.
          </li>
          <li>
            The share that a choice keeps is said only where both sides have {people(shareFloor)}{" "}
            people or more; else “too few to say”.
          </li>
          <li>Clicks of a campaign are shown from {people(floor)} people reached.</li>
        </ul>
      </Chapter>

      <Chapter title="Reach of campaigns">
        <p>
          People reached are counted once, over all days, ads and campaigns of a range. That is why
          reach does not add up: two campaigns often reach the same people. A day is counted when it
          has closed and does not change afterwards; today so far is a projection, and says so. So
          is the reach of a single day in a list of days, until somebody asks for that day, and the
          reach of whatever the budget has no room for: computed from impressions and from sizes
          that are released already. Pacing, prices and caps read released sizes only, so that
          neither spend nor impressions tell the exact size of an audience.
        </p>
      </Chapter>

      <Chapter title="What an agency may ask">
        <p>
          Each new answer uses up a little of a budget that an agency and all its clients share.
          Repeats are free, and so are suggestions, sizes in the list of interests and their order:
          they come from an overview of the whole network that is released once a month for
          everybody. When the part for questions is used up, everything already answered stays with
          its date, and what was estimated as it will run can still be launched.
        </p>
        <p>
          {Math.round(partForReports * 100)} % is kept for reports, for the last check before a
          launch, and for the sizes that running ads are paced by; {Math.round(partForPacing * 100)}{" "}
          % for these sizes alone, so that no question and no report can stop a campaign. When that
          is spent too, ads are paced by the size last released. Nothing goes beyond the totals
          below, also not after a backup is put back: what was spent since is charged again.
        </p>
        <WindowsTable windows={facts.windows} />
      </Chapter>

      <Claims windows={facts.windows} />

      <Chapter title="How it is checked">
        <p>
          The rules that keep an answer from telling about one person (the same answer to the same
          question, noise by the question and not by the people in it, a week’s answers kept, a
          floor on the noisy number, delivery by released sizes) each have an attack in the test
          suite that fails against the gate and succeeds once the rule is taken out.{" "}
          <code>npm run privacy:simulate</code> plays them against audiences of different sizes,
          beside plain rounding. The noise is the exact discrete Gaussian (Canonne, Kamath and
          Steinke 2020), drawn in whole numbers.
        </p>
      </Chapter>
    </main>
  );
}
