import "server-only";
import { createRateLimit } from "@/lib/network/signals/rate-limit";

/** How often one place may read the public repository as JSON. */
export const publicLimit = createRateLimit(() => Date.now());
