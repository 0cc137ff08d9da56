import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Door } from "@/components/you/door";
import { wordsIn } from "@/components/you/messages/words-in";
import { MyPage } from "@/components/you/my-page";
import { sayPerson } from "@/components/you/say-person";
import { YouMain } from "@/components/you/you-main";
import { getMyData } from "@/lib/network/consent/get-my-data";
import { getNotice } from "@/lib/network/consent/get-notice";
import { noticeFor } from "@/lib/network/consent/notices/find-notice";
import { currentNotice } from "@/lib/network/consent/notices/notice";
import { regionIndexes, regions } from "@/lib/network/population/lists";
import { getRuntime } from "@/lib/server/runtime";
import { companyNames } from "@/lib/server/you/company-names";
import { currentLanguage } from "@/lib/server/you/language";
import { authorise, membersOnOffer, noticeCookie } from "@/lib/server/you/my-context";
import { canSignIn } from "@/lib/server/you/sign-in-member";
import {
  answerNoticeAction,
  closeNoticeAction,
  deleteEverythingAction,
  noteShownAction,
  removeSignalAction,
  setConsentAction,
  stopCompanyAction,
  stopEverythingAction,
  undoAction,
} from "./actions";
import { setLanguage } from "./language";
import { signIn, signOut } from "./sign-in";

export async function generateMetadata({ searchParams }: PageProps<"/you">): Promise<Metadata> {
  const words = wordsIn(await currentLanguage((await searchParams).lang));
  return { title: words.title, robots: { index: false } };
}

export default async function YouPage({ searchParams }: PageProps<"/you">) {
  const language = await currentLanguage((await searchParams).lang);
  const jar = await cookies();
  const me = await authorise(jar);
  const data = me.ok ? await getMyData(me.value) : null;
  const frame = { language, setLanguage, path: "/you" };
  if (!me.ok || !data?.ok) {
    const offered = (await membersOnOffer()) ?? [];
    const numbers = offered.map((one) => ({ phone: one.phone, said: sayPerson(language, one) }));
    return (
      <YouMain {...frame}>
        <Door language={language} offered={(await canSignIn()) ? numbers : null} signIn={signIn} />
      </YouMain>
    );
  }
  const notice = await getNotice(me.value, language);
  const { companies, history, facts } = data.value;
  const { db } = await getRuntime();
  const names = await companyNames(db, [
    ...companies.map(({ company }) => company),
    ...history.flatMap(({ company }) => company ?? []),
  ]);
  const region = facts.region && regions[regionIndexes.get(facts.region) ?? -1]?.name;
  return (
    <YouMain {...frame}>
      <MyPage
        data={data.value}
        terms={noticeFor(language)}
        needed={notice.ok ? notice.value : null}
        noticeClosed={jar.get(noticeCookie)?.value === currentNotice}
        companyNames={names}
        region={region ?? null}
        signOut={signOut}
        deleteEverything={deleteEverythingAction}
        actions={{
          stopEverything: stopEverythingAction,
          setConsent: setConsentAction,
          answerNotice: answerNoticeAction,
          closeNotice: closeNoticeAction,
          noteShown: noteShownAction,
          removeSignal: removeSignalAction,
          stopCompany: stopCompanyAction,
          undo: undoAction,
        }}
      />
    </YouMain>
  );
}
