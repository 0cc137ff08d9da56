import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { requestContext } from "@/lib/server/request-context";
import { may } from "@/lib/workspace/permissions";
import { AccountSection } from "./account-section";
import { ClientsSection } from "./clients-section";
import { PeopleSection } from "./people-section";
import { loadSettingsParams, type SettingsTab } from "./search-params";
import { TokensSection } from "./tokens-section";

export const metadata: Metadata = { title: "Settings" };

const tabNames: Readonly<Record<SettingsTab, string>> = {
  account: "Account",
  people: "People",
  clients: "Clients",
  tokens: "Ad API tokens",
};

const sections: Readonly<Record<SettingsTab, () => Promise<React.ReactNode>>> = {
  account: AccountSection,
  people: PeopleSection,
  clients: ClientsSection,
  tokens: TokensSection,
};

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const { tab, client } = await loadSettingsParams(searchParams);
  const { actor } = await requestContext();
  const ownsSome = actor.grants.some(({ clientId }) => may(actor, "people", clientId));
  const open: readonly SettingsTab[] = [
    "account",
    ...(ownsSome ? (["people", "clients"] as const) : []),
    ...(may(actor, "tokens", null) ? (["tokens"] as const) : []),
  ];
  const hrefOf = (value: SettingsTab) =>
    `/settings?${new URLSearchParams(client ? { client, tab: value } : { tab: value })}`;
  const Section = sections[tab];
  return (
    <>
      <PageHeader title="Settings" description={actor.agencyName}>
        <Tabs
          label="Settings"
          current={tab}
          tabs={open.map((value) => ({ value, label: tabNames[value], href: hrefOf(value) }))}
        />
      </PageHeader>
      {open.includes(tab) ? (
        <Section />
      ) : (
        <Notice kind="warn" title={`${tabNames[tab]} are for owners`}>
          An owner of {actor.agencyName} can make you one.
        </Notice>
      )}
    </>
  );
}
