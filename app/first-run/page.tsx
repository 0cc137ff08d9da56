import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Card } from "@/components/ui/card";
import { Door } from "@/components/workspace/door";
import { FirstRunForm } from "@/components/workspace/first-run-form";
import { doorPath } from "@/lib/server/auth/session";
import { currencyOptions, timeZoneOptions } from "@/lib/workspace/client-options";
import { foundFirstAgency } from "./found-agency";

export const metadata: Metadata = { title: "First run" };

/** Read anew for every visit: it closes with the first owner. */
export const dynamic = "force-dynamic";

export default async function FirstRunPage() {
  if ((await doorPath()) === "/sign-in") redirect("/sign-in");
  return (
    <Door
      title="Set up Nod"
      description="You become the owner of a new agency. You can add people and more clients later."
    >
      <Card>
        <FirstRunForm
          found={foundFirstAgency}
          currencies={currencyOptions()}
          timeZones={timeZoneOptions()}
        />
      </Card>
    </Door>
  );
}
