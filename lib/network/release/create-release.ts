import type { ReachEngine } from "@/lib/network/reach/engine";
import { ok } from "@/lib/result";
import { shareLeft, standardCap, standardWindows } from "./budget";
import { openDesk } from "./desk";
import { epochOf, settledNoiseOf } from "./epoch";
import { createNoise } from "./noise";
import type { Release } from "./release";
import { releaseAudienceOverlap } from "./release-audience-overlap";
import { releaseCells } from "./release-cells";
import { openChanges } from "./release-change";
import { releaseCount } from "./release-count";
import { releaseKnown } from "./release-known";
import { releaseOverlap } from "./release-overlap";
import { releasePacingSize } from "./release-pacing";
import { releaseReached } from "./release-reached";
import { releaseReachedCells } from "./release-reached-cells";
import { releaseCoarse, releaseShare } from "./release-share";
import type { BudgetWindow, QuestionCap, ReleaseTable } from "./release-table";
import { verdictOf } from "./verdict";

export interface ReleaseParts {
  readonly engine: ReachEngine;
  readonly table: ReleaseTable;
  /** The release key (NOD_RELEASE_KEY). Whoever has it can take the noise off. */
  readonly key: string;
  /** Changes when a backup is restored. */
  readonly epochSalt: string;
  /** Codes of all countries that members can live in. */
  readonly countries: readonly string[];
  readonly wallNow: () => Date;
  /** Budgets run on network time. */
  readonly networkNow: () => Date;
  /** What a workspace may spend; empty: charged and never refused. */
  readonly windows?: readonly BudgetWindow[];
  /** How many different questions all workspaces may ask; null: as many as they like. */
  readonly cap?: QuestionCap | null;
}

/** The one exit for numbers about people; see `Release`. */
export function createRelease(parts: ReleaseParts): Release {
  const windows = parts.windows ?? standardWindows;
  const desk = openDesk({
    ...parts,
    windows,
    cap: parts.cap === undefined ? standardCap : parts.cap,
    noise: createNoise(Buffer.from(parts.key, "utf8")),
    epoch: () => epochOf(parts.wallNow(), parts.epochSalt),
    settledNoise: settledNoiseOf(parts.epochSalt),
  });

  return {
    async count(by, expression, precision = "live") {
      const answer = await releaseCount(desk, by, expression, precision);
      return answer.ok ? ok(answer.value.shown) : answer;
    },

    cells: (by, expression, dimensions) => releaseCells(desk, by, expression, dimensions),
    coarse: (by, expression) => releaseCoarse(desk, by, expression),
    share: (by, before, after) => releaseShare(desk, by, before, after),
    overlap: (by, expressions) => releaseAudienceOverlap(desk, by, expressions),
    change: openChanges(desk),
    known: (by, expressions) => releaseKnown(desk, by, expressions),

    reached: (by, asks, load) => releaseReached(desk, by, asks, load),
    reachedCells: (by, asks, load) => releaseReachedCells(desk, by, asks, load),
    reachedOverlap: (by, ask, load) => releaseOverlap(desk, by, ask, load),
    pacingSize: (by, period, expression, use = "pacing") =>
      releasePacingSize(desk, by, use, period, expression),
    verdict: verdictOf,
    left: ({ workspaceId }) => shareLeft(parts.table, workspaceId, parts.networkNow(), windows),
  };
}
