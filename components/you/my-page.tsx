import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { MyData } from "@/lib/network/consent/get-my-data";
import type { NeededNotice } from "@/lib/network/consent/get-notice";
import type { Notice } from "@/lib/network/consent/notices/notice";
import { CompanyList } from "./company-list";
import { ConsentChoices } from "./consent-choices";
import { GpcNotice } from "./gpc-notice";
import { HeldNotice } from "./held-notice";
import { Leaving } from "./leaving";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { MyFacts } from "./my-facts";
import { MyHistory } from "./my-history";
import { NeverSeen } from "./never-seen";
import { NoticeCard } from "./notice-card";
import { Section } from "./section";
import { SignalList } from "./signal-list";
import { StopSwitch } from "./stop-switch";

interface MyPageProps {
  data: MyData;
  /** Today's notice in the member's language. */
  terms: Notice;
  needed: NeededNotice | null;
  noticeClosed: boolean;
  companyNames: Readonly<Record<string, string>>;
  region: string | null;
  actions: MyActions;
  signOut: () => Promise<void>;
  deleteEverything: () => Promise<void>;
}

/** A member's privacy page: the notice when there is one, one switch, each choice, then what is known. */
export function MyPage({ data, terms, needed, companyNames, actions, ...props }: MyPageProps) {
  const { language } = terms;
  const words = wordsIn(language);
  const last = data.history.find(({ what }) => what !== "requested");
  const stopped = data.inForce.length === 0 && last?.what === "withdrawn" ? last : null;
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-1">
        <div className="flex items-start justify-between gap-4">
          <h1 className="font-semibold text-xl">{words.title}</h1>
          <form action={props.signOut}>
            <Button type="submit" variant="quiet" className="h-11 text-md">
              {words.signOut}
            </Button>
          </form>
        </div>
        <p className="text-pretty text-ink-2">{words.lead}</p>
      </header>
      <HeldNotice language={language} heldUntil={data.heldUntil} />
      <StopSwitch
        language={language}
        anyInForce={data.inForce.length > 0}
        stoppedAt={stopped?.at ?? null}
        stoppedCount={stopped?.consents.length ?? 0}
        stopEverything={actions.stopEverything}
        undo={actions.undo}
        notice={
          needed && (
            <NoticeCard
              key={needed.notice.version}
              needed={needed}
              closed={props.noticeClosed}
              answerNotice={actions.answerNotice}
              closeNotice={actions.closeNotice}
              noteShown={actions.noteShown}
            />
          )
        }
        gpc={<GpcNotice language={language} {...data} />}
      >
        <ConsentChoices data={data} terms={terms} setConsent={actions.setConsent} />
      </StopSwitch>
      <SignalList
        language={language}
        signals={data.signals}
        used={data.inForce.some(({ purpose }) => purpose === "relevant_ads")}
        removeSignal={actions.removeSignal}
        undo={actions.undo}
      />
      <CompanyList
        language={language}
        companies={data.companies.map((one) => ({
          ...one,
          name: companyNames[one.company] ?? one.company,
        }))}
        stopCompany={actions.stopCompany}
        undo={actions.undo}
      />
      <Section id="why" title={words.why.title} lead={words.why.link}>
        <LinkButton href="/you/why" className="h-11 self-start text-md">
          {words.why.open}
        </LinkButton>
      </Section>
      <NeverSeen language={language} />
      <MyFacts language={language} member={data.member} facts={data.facts} region={props.region} />
      <MyHistory history={data.history} terms={terms} companyNames={companyNames} />
      <Leaving language={language} deleteEverything={props.deleteEverything} />
    </div>
  );
}
