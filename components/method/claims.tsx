import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { Chapter } from "./chapter";
import type { WindowFacts } from "./facts";

/** Chances out of 100 that the best guess about one person is right; 50 is a coin. */
const rightIn100 = (advantage: number): number => Math.ceil(50 * (1 + advantage));

const notClaimed = [
  "That the data is anonymous, or that nothing at all can be learned.",
  "Protection from whoever operates the network and holds the noise key.",
  "Protection of delivery itself: somebody who clicks an ad identifies themselves to the company behind it, and where an ad may be seen only so often, people take each other’s place.",
  "Clicks: they are counts of what people did, outside this promise.",
  "Agencies that work together: each has a budget of its own. What all of them may ask the network is limited, and what one of them may ask first of that.",
  "Protection over many years: what may be learned adds up, slowly, from year to year.",
];

/** The claim that may be made about these numbers, and the ones that may not. */
export function Claims({ windows }: { windows: readonly WindowFacts[] }) {
  const month = windows.find(({ days }) => days === 30);
  return (
    <>
      <Chapter title="What may be claimed">
        <Point icon={<Check aria-hidden className="mt-1 size-4 shrink-0 text-ok" />}>
          Suppose an agency knows everything about everybody else, and spends its whole budget.
          About any one person it still cannot tell well whether they are in the data: after 30 days
          of questions the best possible guess is right in at most{" "}
          {rightIn100(month?.advantage ?? 1)} of 100 cases, where tossing a coin is right in 50, and
          with the monthly overviews in at most {rightIn100(month?.advantageWithOverviews ?? 1)}.
        </Point>
        <p className="text-base text-ink-2">
          In the terms of the field: zero-concentrated differential privacy for adding or removing
          one contributor with all their signals, per workspace, with the epsilon above at delta
          1e-9, as long as the noise key stays secret.
        </p>
      </Chapter>
      <Chapter title="What may not be claimed">
        <ul className="flex flex-col gap-2">
          {notClaimed.map((claim) => (
            <li key={claim}>
              <Point icon={<X aria-hidden className="mt-1 size-4 shrink-0 text-bad" />}>
                {claim}
              </Point>
            </li>
          ))}
        </ul>
      </Chapter>
    </>
  );
}

function Point({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex gap-2.5">
      {icon}
      <p>{children}</p>
    </div>
  );
}
