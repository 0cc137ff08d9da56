import { z } from "zod/mini";
import { verdict } from "@/lib/ad-api/panel";
import { forecast } from "./campaign";

/** Whom a plan would go to, as the summary draws it. */
export const planPreview = z.extend(forecast, {
  /** null: the network was not asked what it is measured against. */
  verdict: z.nullable(verdict),
  /** ISO 8601 */
  asOf: z.string(),
  notices: z.array(z.string()),
});
export type PlanPreview = z.infer<typeof planPreview>;
