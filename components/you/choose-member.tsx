import { Button } from "@/components/ui/button";

interface ChooseMemberProps {
  /** null: members are real people and come from their messaging app. */
  offered: readonly { readonly member: number; readonly said: string }[] | null;
  signInAs: (form: FormData) => Promise<void>;
}

/** The door of the privacy page: in a demonstration, one of three invented people. */
export function ChooseMember({ offered, signInAs }: ChooseMemberProps) {
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-4 p-4 py-8 text-md">
      <h1 className="font-semibold text-xl">Your data</h1>
      <p className="text-ink-2">
        What the messaging network knows of you, what it may be used for, and the switch that stops
        it.
      </p>
      {offered === null ? (
        <p>Open this page from your messaging app: it knows who you are.</p>
      ) : (
        <>
          <p>
            This network is invented, and so are its members. Be one of them, and change what you
            like: the numbers that advertisers see change with it.
          </p>
          <ul className="flex flex-col gap-3">
            {offered.map(({ member, said }) => (
              <li
                key={member}
                className="flex flex-col items-start gap-3 rounded-md border bg-surface p-4"
              >
                <p>{said}</p>
                <form action={signInAs}>
                  <input type="hidden" name="member" value={member} />
                  <Button type="submit" className="h-11 text-md">
                    Continue as member {member}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
