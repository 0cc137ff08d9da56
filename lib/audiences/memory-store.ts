import { ok, refuse } from "@/lib/result";
import type { Audience } from "./audience";
import type { AudienceStore, AudienceVersion } from "./store";

/** Audiences in memory: the store of unit tests, held to the same contract as the database. */
export function memoryAudienceStore(first: readonly Audience[] = []): AudienceStore {
  const copy = <T>(value: T): T => structuredClone(value);
  const rows = new Map(first.map((audience) => [audience.id, copy(audience)]));
  const versions: (AudienceVersion & { readonly id: string })[] = [];
  const find = (agencyId: string, id: string): Audience | null => {
    const row = rows.get(id);
    return row && row.agencyId === agencyId ? row : null;
  };

  return {
    get: async (agencyId, id) => copy(find(agencyId, id)),

    list: async (agencyId, clientId) =>
      [...rows.values()]
        .filter((row) => row.agencyId === agencyId && row.clientId === clientId)
        .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? -1 : 1))
        .map(copy),

    save: async (audience) => {
      const fits =
        audience.version === 0
          ? !rows.has(audience.id)
          : find(audience.agencyId, audience.id)?.version === audience.version;
      if (!fits) return refuse("conflict", "The audience was changed in the meantime.");
      const next = copy({ ...audience, version: audience.version + 1 });
      rows.set(next.id, next);
      if (next.state === "saved") {
        const { id, version, name, rules, updatedAt: at, updatedBy: by } = next;
        versions.unshift({ id, version, name, rules, at, by });
      }
      return ok(copy(next));
    },

    listVersions: async (agencyId, id) =>
      find(agencyId, id)
        ? versions.filter((one) => one.id === id).map(({ id: _, ...version }) => copy(version))
        : [],
  };
}
