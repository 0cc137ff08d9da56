import { countries } from "@/lib/network/population/lists";
import type { Member } from "@/lib/network/population/member";
import { exactCount } from "./exact-count";
import { ageBands, everyone } from "./expression";
import { matches } from "./matches";
import type { ExactOverview, OverviewAsk } from "./overview";

/** The overview that is obviously right: every person is asked about every segment. For tests. */
export function referenceOverview(
  members: readonly Member[],
  ask: OverviewAsk,
  today: number,
): ExactOverview {
  const people = members.filter((member) => matches(everyone, member, today));
  const holding = (segments: readonly string[], most: number) =>
    people.map((member) => ({
      member,
      held: segments
        .flatMap((segment, index) => (holds(segment, member, today) ? index : []))
        .slice(0, most),
    }));
  const inSegments = holding(ask.segments, ask.mostSegments);
  const inBranches = holding(ask.branches, ask.mostBranches);
  const count = (segment: number, fits: (member: Member) => boolean) =>
    exactCount(
      inSegments.filter(({ member, held }) => held.includes(segment) && fits(member)).length,
    );
  return {
    totals: ask.segments.map((_, s) => count(s, () => true)),
    byCountry: ask.segments.map((_, s) =>
      countries.map(({ code }) => count(s, (member) => member.country === code)),
    ),
    byAge: ask.segments.map((_, s) =>
      ageBands.map((band) => count(s, (member) => member.ageBand === band)),
    ),
    pairs: ask.branches.flatMap((_, a) =>
      ask.branches.slice(a + 1).map((_, next) => {
        const both = inBranches.filter(
          ({ held }) => held.includes(a) && held.includes(a + 1 + next),
        );
        return exactCount(both.length);
      }),
    ),
  };
}

const holds = (segment: string, member: Member, today: number): boolean =>
  matches({ ...everyone, groups: [[{ segment, withinDays: 180, minStrength: 1 }]] }, member, today);
