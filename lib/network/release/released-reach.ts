import { display } from "./display";
import { reportLadder, sigmaOf } from "./ladder";
import type { ReleaseRow } from "./release-table";
import type { ReleasedCount } from "./released";

/** A number of people reached that a report released before, as that report shows it. Nothing is asked and nothing is charged. */
export const releasedReach = ({ values: [value = 0, step = 0], at }: ReleaseRow): ReleasedCount =>
  display(value, sigmaOf(reportLadder, step), at);
