import { createHash } from "node:crypto";
import {
  companies,
  countries,
  languages,
  regions,
  segmentIds,
} from "@/lib/network/population/lists";
import { taxonomySegments } from "@/lib/network/segments/taxonomy";

/** Changes whenever an index or a rule's reach could mean something else than when a snapshot was written. */
export function listsHash(): string {
  const names = [
    countries.map(({ code }) => code),
    regions.map(({ code }) => code),
    languages.map(({ code }) => code),
    companies.map(({ id }) => id),
    segmentIds,
    taxonomySegments.map(({ id, parentId, policy }) => `${id}<${parentId} ${policy}`),
  ];
  return createHash("sha256").update(JSON.stringify(names)).digest("hex");
}
