import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Door } from "@/components/workspace/door";
import { SetPasswordForm } from "@/components/workspace/set-password-form";
import { doorContext } from "@/lib/server/auth/door-context";
import { setPasswordByLink } from "./set-password";

export const metadata: Metadata = { title: "Set a password", robots: { index: false } };

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const { credentials, tokens, now } = await doorContext();
  const link = await credentials.peekLink(tokens.hash(token), now());
  if (!link) {
    return (
      <Door title="This link does not work any more">
        <Notice kind="warn">
          It was used, a newer one was made, or its 24 hours are over. An owner of your agency can
          make a new one.
        </Notice>
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </Door>
    );
  }
  return (
    <Door title="Set a password" description={`For ${link.email}. You are signed in right after.`}>
      <Card>
        <SetPasswordForm token={token} email={link.email} setPassword={setPasswordByLink} />
      </Card>
    </Door>
  );
}
