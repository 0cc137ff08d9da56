import { Button } from "@/components/ui/button";
import type { MyData } from "@/lib/network/consent/get-my-data";
import { ConsentChoices } from "./consent-choices";
import type { MyActions } from "./my-actions";
import { MyHistory } from "./my-history";
import { NeverSeen } from "./never-seen";
import { SignalList } from "./signal-list";
import { StopSwitch } from "./stop-switch";

interface MyPageProps {
  data: MyData;
  actions: MyActions;
  signOut: () => Promise<void>;
}

/** A member's privacy page: one switch first, then each choice, then what is known. */
export function MyPage({ data, actions, signOut }: MyPageProps) {
  const last = data.history[0];
  const stopped = data.inForce.length === 0 && last?.what === "withdrawn" ? last : null;
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-8 p-4 py-8 text-md">
      <header>
        <div className="flex items-start justify-between gap-4">
          <h1 className="font-semibold text-xl">Your data</h1>
          <form action={signOut}>
            <Button type="submit" variant="quiet">
              Sign out
            </Button>
          </form>
        </div>
        <p className="mt-1 text-ink-2">
          Member {data.member}. {data.said}
        </p>
      </header>
      <StopSwitch
        anyInForce={data.inForce.length > 0}
        stoppedAt={stopped?.at ?? null}
        stoppedCount={stopped?.consents.length ?? 0}
        stopEverything={actions.stopEverything}
        undo={actions.undo}
      >
        <ConsentChoices data={data} setConsent={actions.setConsent} />
      </StopSwitch>
      <SignalList
        signals={data.signals}
        used={data.inForce.some(({ purpose }) => purpose === "relevant_ads")}
        removeSignal={actions.removeSignal}
        undo={actions.undo}
      />
      <NeverSeen companies={data.companies} />
      <MyHistory history={data.history} />
    </main>
  );
}
