import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { DemoDoors } from "@/components/workspace/demo-doors";
import { Door } from "@/components/workspace/door";
import { SignInForm } from "@/components/workspace/sign-in-form";
import { currentSession, doorPath } from "@/lib/server/auth/session";
import { isPasswordless } from "@/lib/server/auth/without-password";
import { demoPeople } from "@/lib/server/demo/people";
import { roleNames } from "@/lib/workspace/role-names";
import { pathWithin } from "./path-within";
import { enterDemo, signIn, signOut } from "./sign-in";

export const metadata: Metadata = { title: "Sign in" };

const doors = demoPeople
  .filter(({ role }) => role !== "owner")
  .map(({ id, role }) => ({ id, role: roleNames[role].toLowerCase() }));

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const path = pathWithin(typeof next === "string" ? next : "");
  const session = await currentSession();
  if (session?.actor) redirect(path);
  if (session) {
    return (
      <Door title="You have no role any more">
        <Notice kind="warn">
          You are signed in as {session.email}, but no agency has you on its list. An owner can add
          you again.
        </Notice>
        <form action={signOut}>
          <Button type="submit">Sign out</Button>
        </form>
      </Door>
    );
  }
  if ((await doorPath()) === "/first-run") redirect("/first-run");
  const passwordless = await isPasswordless();
  return (
    <Door title="Sign in" description="Audiences of people who said yes.">
      {passwordless && (
        <Card title="Look around" description="A demo agency with synthetic people, no password.">
          <DemoDoors people={doors} next={path} enter={enterDemo} />
        </Card>
      )}
      <Card title={passwordless ? "Or with your account" : undefined}>
        <SignInForm signIn={signIn} next={path} />
      </Card>
      <footer className="flex flex-wrap gap-x-4 text-ink-2 text-sm">
        <Link className="flex min-h-11 items-center underline" href="/ads">
          Ads that ran
        </Link>
        <Link className="flex min-h-11 items-center underline" href="/you">
          Your data in the network
        </Link>
        <Link className="flex min-h-11 items-center underline" href="/method">
          How numbers are made
        </Link>
      </footer>
    </Door>
  );
}
