import { createHash } from "node:crypto";
import { countries, segmentIds } from "@/lib/network/population/lists";
import type { ReachEngine } from "@/lib/network/reach/engine";
import { type ExactCount, exactCount, peopleIn } from "@/lib/network/reach/exact-count";
import { ageBands, everyone } from "@/lib/network/reach/expression";
import type { OverviewSource } from "@/lib/network/reach/overview";
import { childrenOf } from "@/lib/network/segments/taxonomy";
import type { Noise } from "./noise";
import type { Payer, ReleaseTable } from "./release-table";

/**
 * The network at a glance, released once a month for everybody: noisy numbers, so anything may be computed from them for free.
 * Lists are in the order of `segments`, the network's countries, the age bands, and branch pairs a < b.
 */
export interface Overview {
  /** YYYY-MM (UTC, wall time) */
  readonly month: string;
  /** ISO 8601 */
  readonly asOf: string;
  readonly segments: readonly string[];
  readonly branches: readonly string[];
  /** Everyone who consented to relevant ads. */
  readonly people: number;
  readonly peopleByCountry: readonly number[];
  readonly peopleByAge: readonly number[];
  readonly totals: readonly number[];
  /** Segment by segment, all countries of one after another. */
  readonly byCountry: readonly number[];
  readonly byAge: readonly number[];
  readonly pairs: readonly number[];
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where an id stands in one of an overview's lists, -1 for nowhere; a browse asks it of every segment. */
export function placeIn(list: readonly string[], id: string): number {
  const known = places.get(list) ?? new Map(list.map((one, index) => [one, index]));
  places.set(list, known);
  return known.get(id) ?? -1;
}

/** A person counts in at most 95 segments and among all people: 96 numbers a level, so rho = 96 / (2 * 98^2) = 0.005. */
export const overviewSigma = 98;
const mostSegments = 95;
/** 10 branches are 45 pairs: rho = 45 / (2 * 68^2) = 0.0049. */
const mostBranches = 10;
const pairSigma = 68;

/** Zero-concentrated differential privacy of one overview: totals, by country, by age, pairs. */
export const overviewRho =
  (3 * (mostSegments + 1)) / (2 * overviewSigma ** 2) +
  (mostBranches * (mostBranches - 1)) / 2 / (2 * pairSigma ** 2);

export interface OverviewParts {
  readonly engine: Pick<ReachEngine, "count" | "cells"> & OverviewSource;
  readonly table: Pick<ReleaseTable, "find" | "record">;
  readonly noise: Noise;
  readonly epochSalt: string;
  readonly wallNow: () => Date;
  /** Network time, under which the table keeps it. */
  readonly networkNow: () => Date;
  /** Lets others get on between pieces of work of a few milliseconds. */
  readonly breathe: () => Promise<void>;
}

const branches = childrenOf(null)
  .flatMap((root) => childrenOf(root.id))
  .map(({ id }) => id);

const levels = ["totals", "country", "age", "pairs"] as const;
type Level = (typeof levels)[number];

export const overviewMonth = (at: Date): string => at.toISOString().slice(0, 7);

/** This month's overview: as it was released, or released now. Whoever comes first decides, also under concurrency. */
export async function releaseOverview(parts: OverviewParts): Promise<Overview> {
  const month = overviewMonth(parts.wallNow());
  const epoch = `${month}/${parts.epochSalt}`;
  const keys = levels.map((level) => `${level}/${listsDigest}`);
  const found = await parts.table.find(reader, epoch, "overview", keys);
  const stored = found.map(({ row }) => row);
  const rows = stored.length === levels.length ? stored : await drawn(parts, epoch, keys);
  const values = (level: Level) =>
    rows.find(({ key }) => key === keys[levels.indexOf(level)])?.values ?? [];
  const [people = 0, ...totals] = values("totals");
  const [byCountry, byAge] = [values("country"), values("age")];
  return {
    month,
    asOf: rows[0]?.at ?? parts.wallNow().toISOString(),
    segments: segmentIds,
    branches,
    people,
    peopleByCountry: byCountry.slice(0, countries.length),
    peopleByAge: byAge.slice(0, ageBands.length),
    totals,
    byCountry: byCountry.slice(countries.length),
    byAge: byAge.slice(ageBands.length),
    pairs: values("pairs"),
  };
}

/** Everybody reads it, so no workspace pays. */
const reader = "everybody";

export const overviewPayer = (at: Date): Payer => ({
  ...{ workspaceId: reader, use: "report", at, windows: [] },
});

/** Numbers of one list of segments and countries must not be read with another. */
const listsDigest = createHash("sha256")
  .update(JSON.stringify([segmentIds, countries.map(({ code }) => code), branches]))
  .digest("hex")
  .slice(0, 16);

async function drawn(parts: OverviewParts, epoch: string, keys: readonly string[]) {
  const { engine, table, wallNow, networkNow } = parts;
  const ask = { segments: segmentIds, mostSegments, branches, mostBranches };
  const [counted, all, inCountries, inAges] = await Promise.all([
    engine.overview(ask),
    engine.count(everyone),
    engine.cells(everyone, ["country"]),
    engine.cells(everyone, ["age"]),
  ]);
  const exact: Readonly<Record<Level, readonly ExactCount[]>> = {
    totals: [all, ...counted.totals],
    country: [
      ...inOrder(
        inCountries,
        countries.map(({ code }) => code),
      ),
      ...counted.byCountry.flat(),
    ],
    age: [...inOrder(inAges, ageBands), ...counted.byAge.flat()],
    pairs: counted.pairs,
  };
  const rows: { level: Level; values: number[] }[] = [];
  for (const level of levels) {
    rows.push({ level, values: await noisy(parts, epoch, level, exact[level]) });
  }
  const at = wallNow().toISOString();
  const priced = rows.map(({ values }, i) => ({
    row: { epoch, kind: "overview", key: keys[i] ?? "", values, at },
    cost: 0,
    most: 0,
  }));
  const written = await table.record(priced, overviewPayer(networkNow()));
  return typeof written === "string" ? [] : written;
}

const nobody = exactCount(0);

function inOrder(
  cells: readonly { readonly values: readonly string[]; readonly count: ExactCount }[],
  values: readonly string[],
): readonly ExactCount[] {
  const counts = new Map(cells.map((cell) => [cell.values[0], cell.count]));
  return values.map((value) => counts.get(value) ?? nobody);
}

const drawsAtOnce = 64;

async function noisy(
  { noise, breathe }: OverviewParts,
  epoch: string,
  level: Level,
  counts: readonly ExactCount[],
): Promise<number[]> {
  const sigma = level === "pairs" ? pairSigma : overviewSigma;
  const values: number[] = [];
  for (const [index, count] of counts.entries()) {
    if (index % drawsAtOnce === 0) await breathe();
    values.push(
      peopleIn(count) + noise(epoch, `overview/${level}`, `${listsDigest}/${index}`, sigma),
    );
  }
  return values;
}
