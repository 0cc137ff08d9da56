import { gpcSupport } from "@/lib/network/consent/gpc";

/** Says that Global Privacy Control is honoured here (w3.org/TR/gpc, section 4). */
export const GET = (): Response => Response.json(gpcSupport);
