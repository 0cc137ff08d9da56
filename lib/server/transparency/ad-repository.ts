import "server-only";
import { adsThatRan } from "@/lib/network/transparency/ads-that-ran";
import { type AdQuery, type FoundAds, findAds } from "@/lib/network/transparency/find-ads";
import type { PublishedAd } from "@/lib/network/transparency/published-ad";
import { getRuntime } from "../runtime";
import { loadRecords } from "./load-records";
import { type ReleasedTotal, releasedTotals } from "./released-totals";

/** For so long the same list is answered, whoever asks and however often. */
const keptMs = 60_000;

interface Kept {
  readonly until: number;
  readonly ads: Promise<readonly PublishedAd[]>;
}
let kept: Kept | null = null;

async function load(): Promise<readonly PublishedAd[]> {
  const { db, clock } = await getRuntime();
  return adsThatRan(await loadRecords(db, clock.now()));
}

function everyAd(): Promise<readonly PublishedAd[]> {
  if (kept && kept.until > Date.now()) return kept.ads;
  const ads = load();
  const mine = { until: Date.now() + keptMs, ads };
  kept = mine;
  // What failed is tried again, not kept.
  ads.catch(() => {
    if (kept === mine) kept = null;
  });
  return ads;
}

export interface AdPage extends FoundAds {
  readonly totals: ReadonlyMap<number, ReleasedTotal>;
  /** How many ads the whole repository has. */
  readonly ofAll: number;
}

/** One page of the public repository of ads, at most a minute old, with what reports have released of each. */
export async function searchAds(query: AdQuery): Promise<AdPage> {
  const all = await everyAd();
  const found = findAds(all, query);
  const { db } = await getRuntime();
  return { ...found, totals: await releasedTotals(db, found.ads), ofAll: all.length };
}
