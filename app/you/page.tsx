import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ChooseMember } from "@/components/you/choose-member";
import { MyPage } from "@/components/you/my-page";
import { getMyData } from "@/lib/network/consent/get-my-data";
import { authorise, membersOnOffer } from "@/lib/server/you/my-context";
import { removeSignalAction, setConsentAction, stopEverythingAction, undoAction } from "./actions";
import { signInAs, signOut } from "./sign-in";

export const metadata: Metadata = { title: "Your data", robots: { index: false } };

export default async function YouPage() {
  const me = await authorise(await cookies());
  const data = me.ok ? await getMyData(me.value) : null;
  if (!data?.ok) return <ChooseMember offered={await membersOnOffer()} signInAs={signInAs} />;
  return (
    <MyPage
      data={data.value}
      signOut={signOut}
      actions={{
        stopEverything: stopEverythingAction,
        setConsent: setConsentAction,
        removeSignal: removeSignalAction,
        undo: undoAction,
      }}
    />
  );
}
