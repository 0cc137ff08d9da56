import { z } from "zod/mini";
import { rules } from "./rules";

export const audience = z.object({
  id: z.string(),
  agencyId: z.string(),
  clientId: z.string(),
  name: z.string(),
  /** A draft saves itself; a saved audience can be launched. */
  state: z.literal(["draft", "saved", "archived"]),
  rules,
  /** Rises by one with every write; a writer names the version it read. */
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  updatedBy: z.string(),
});
export type Audience = z.infer<typeof audience>;
