import type { Metadata } from "next";
import Link from "next/link";
import { AdEntry } from "@/components/ads/ad-entry";
import type { AdView } from "@/components/ads/ad-view";
import { AdsFilter } from "@/components/ads/ads-filter";
import { AdsPages } from "@/components/ads/ads-pages";
import { Notice } from "@/components/ui/notice";
import { countries } from "@/lib/network/population/lists";
import { readAdQuery } from "@/lib/network/transparency/find-ads";
import { type AdPage, searchAds } from "@/lib/server/transparency/ad-repository";

export const metadata: Metadata = {
  title: "Ads that ran",
  description: "Every ad the network showed in the last year: who paid, for whom it was meant.",
};

interface AdsProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const number = new Intl.NumberFormat("en-GB");
const placeNames = new Map(countries.map(({ code, name }) => [code, name]));
const places = [...countries].sort((a, b) => a.name.localeCompare(b.name, "en"));

/** The public repository of ads. Nobody signs in, and there is nothing about anybody in it. */
export default async function AdsPage({ searchParams }: AdsProps) {
  const params = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );
  const query = readAdQuery(params);
  const found = query.ok ? await searchAds(query.value) : null;
  const asked = Object.fromEntries(
    [...params].filter(([name, value]) => value !== "" && name !== "page"),
  );
  const json = params.size > 0 ? `/api/ads?${params}` : "/api/ads";
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-6 p-4 py-8 text-base">
      <header className="flex flex-col gap-2">
        <p className="font-semibold text-ink-2">Nod</p>
        <h1 className="font-semibold text-xl">Ads that ran</h1>
        <p className="text-pretty text-ink-2">
          Every ad that this network showed to anybody, for a year after its last day: what it said,
          who paid, whom it was meant for and whom it left out. Numbers of people are those that
          reports have released, as ranges; see{" "}
          <Link className="underline" href="/method">
            how they are made
          </Link>
          . Nothing here says who saw an ad; you see that for yourself under{" "}
          <Link className="underline" href="/you">
            your data
          </Link>
          .
        </p>
      </header>
      <AdsFilter asked={asked} countries={places} />
      {!query.ok && (
        <Notice kind="warn" title="The address asks for something that cannot be searched">
          {query.error.message}
        </Notice>
      )}
      {found && (
        <>
          <p aria-live="polite" className="text-ink-2">
            {sayFound(found)}{" "}
            <a className="underline" href={json}>
              The same as JSON
            </a>
          </p>
          {found.ads.map((ad) => (
            <AdEntry key={ad.id} ad={viewOf(ad, found)} />
          ))}
          <AdsPages page={found.page} pages={found.pages} asked={asked} />
        </>
      )}
    </main>
  );
}

function sayFound({ total, ofAll, ads }: AdPage): string {
  if (ofAll === 0) return "No ad has run in the last year.";
  if (total === 0) return "No ad fits. Take a filter away to see more.";
  if (ads.length === 0) return "There are no more ads on this page.";
  const those = total === 1 ? "1 ad" : `${number.format(total)} ads`;
  return total === ofAll ? `${those}.` : `${those} of ${number.format(ofAll)}.`;
}

function viewOf(ad: AdPage["ads"][number], { totals }: AdPage): AdView {
  const total = totals.get(ad.id);
  if (!total) return { ...ad, reached: null };
  const { people, report, byCountry } = total;
  const { hidden, lower, upper } = people;
  const { since, until, adSetIds } = report;
  const named = byCountry.map(({ values: [code = ""], ...part }) => ({
    ...part,
    name: placeNames.get(code) ?? code,
  }));
  return {
    ...ad,
    reached: {
      ...{ people: { hidden, lower, upper }, adSets: adSetIds.length, since, until },
      byCountry: named.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share),
    },
  };
}
