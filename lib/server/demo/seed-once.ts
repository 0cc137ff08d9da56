import { eq } from "drizzle-orm";
import type { AudienceStore } from "@/lib/audiences/store";
import type { CampaignStore } from "@/lib/campaigns/store";
import type { Delivery } from "@/lib/network/delivery/delivery";
import type { WorkspaceStores } from "@/lib/workspace/stores";
import type { Database } from "../db/database";
import { organization } from "../db/schema/auth";
import { adAccount, adToken } from "../db/schema/network";
import { readSetting, writeSetting } from "../db/settings";
import type { Network } from "../open-network";
import { demoAgency } from "./people";
import { seedDemo } from "./seed-demo";

interface Needs {
  readonly db: Database;
  readonly stores: WorkspaceStores;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  readonly delivery: Pick<Delivery, "settle">;
  networkAt(at: Date): Network;
  readonly networkNow: Date;
  onProgress(share: number): void;
}

/** Seeds the demo agency on the first start; a start that was killed half-way begins again from nothing. */
export async function seedOnce(needs: Needs): Promise<void> {
  const { db } = needs;
  if ((await readSetting(db, "demo-seeded")) === true) return;
  await clearHalf(db);
  await seedDemo({
    ...needs,
    adApiAt: (at) => needs.networkAt(at).adApiFor(demoAgency.id),
    onProgress: (share) => needs.onProgress(share * 0.5),
  });
  await needs.delivery.settle({});
  await writeSetting(db, "demo-seeded", true);
}

/** Objects of a cleared account stay behind without anybody who could ask for them. */
async function clearHalf(db: Database): Promise<void> {
  await db.delete(organization).where(eq(organization.id, demoAgency.id));
  await db.delete(adToken).where(eq(adToken.workspaceId, demoAgency.id));
  await db.delete(adAccount).where(eq(adAccount.workspaceId, demoAgency.id));
}
