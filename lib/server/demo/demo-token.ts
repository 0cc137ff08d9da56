import { eq } from "drizzle-orm";
import { secretTokens } from "../auth/tokens";
import type { Database } from "../db/database";
import { adToken } from "../db/schema/network";
import { demoAgency } from "./people";

const id = "demo-token";

/** Makes NOD_DEMO_TOKEN the demo agency's ad API token from this start on; without one, the last one ends. */
export async function keepDemoToken(db: Database, token: string | null): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(adToken).where(eq(adToken.id, id));
    if (token === null) return;
    await tx.insert(adToken).values({
      id,
      tokenHash: secretTokens.hash(token),
      workspaceId: demoAgency.id,
      accountId: null,
      scope: "manage",
      name: "NOD_DEMO_TOKEN",
      createdAt: new Date(),
    });
  });
}
