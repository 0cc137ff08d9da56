import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AdCard } from "@/components/you/ad-card";
import { wordsIn } from "@/components/you/messages/words-in";
import { YouMain } from "@/components/you/you-main";
import { consentsOf } from "@/lib/network/consent/consents-of";
import { loadMember } from "@/lib/network/consent/load-member";
import { noticeFor } from "@/lib/network/consent/notices/find-notice";
import { regionIndexes, regions } from "@/lib/network/population/lists";
import { getRuntime } from "@/lib/server/runtime";
import { type AdShown, adsShown } from "@/lib/server/you/ads-shown";
import { companyNames } from "@/lib/server/you/company-names";
import { currentLanguage } from "@/lib/server/you/language";
import { authorise } from "@/lib/server/you/my-context";
import { removeSignalAction, setConsentAction, stopCompanyAction, undoAction } from "../actions";
import { setLanguage } from "../language";

interface WhyProps {
  searchParams: Promise<{ readonly lang?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: WhyProps): Promise<Metadata> {
  const words = wordsIn(await currentLanguage((await searchParams).lang));
  return { title: words.why.title, robots: { index: false } };
}

const actions = {
  removeSignal: removeSignalAction,
  stopCompany: stopCompanyAction,
  setConsent: setConsentAction,
  undo: undoAction,
};

/** Companies by id and regions by code, as the reasons name them. */
async function namesIn(ads: readonly AdShown[]): Promise<Readonly<Record<string, string>>> {
  const { db } = await getRuntime();
  const reasons = ads.flatMap((ad) => ad.reasons);
  const companies = await companyNames(db, [
    ...ads.flatMap(({ company }) => company ?? []),
    ...reasons.flatMap((reason) => ("company" in reason ? reason.company : [])),
  ]);
  const places = reasons.flatMap((reason) => {
    if (reason.kind !== "place") return [];
    const name = regions[regionIndexes.get(reason.value) ?? -1]?.name;
    return name ? [[reason.value, name] as const] : [];
  });
  return { ...companies, ...Object.fromEntries(places) };
}

/** Ads of the last days, each with what matched and what stops it. */
export default async function WhyPage({ searchParams }: WhyProps) {
  const language = await currentLanguage((await searchParams).lang);
  const me = await authorise(await cookies());
  if (!me.ok) redirect("/you");
  const loaded = await loadMember(me.value);
  if (!loaded.ok) redirect("/you");
  const { now } = loaded.value;
  const ads = await adsShown(now);
  const names = await namesIn(ads);
  const words = wordsIn(language);
  return (
    <YouMain language={language} path="/you/why" setLanguage={setLanguage}>
      <Link
        href="/you"
        className="flex min-h-11 items-center self-start text-accent underline underline-offset-4"
      >
        {words.back}
      </Link>
      <h1 className="font-semibold text-xl">{words.why.title}</h1>
      <p className="text-pretty text-ink-2">{ads.length > 0 ? words.why.lead : words.why.none}</p>
      {ads.map((ad) => (
        <AdCard
          key={ad.adSetId}
          ad={{ ...ad, companyName: (ad.company && names[ad.company]) || null }}
          terms={noticeFor(language)}
          allowed={consentsOf(now.consent).flatMap(({ purpose, recipient }) =>
            purpose === "relevant_ads" ? [recipient] : [],
          )}
          usesSocial={now.onSocial}
          gpcOn={me.value.gpc}
          names={names}
          actions={actions}
        />
      ))}
    </YouMain>
  );
}
