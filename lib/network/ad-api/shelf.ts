import type { AdAccount, AdAccountStore, AdObject, AdObjectStore, ObjectKind } from "./store";

/** Objects fetched during one call, each once however often it is asked for. */
export interface Shelf {
  account(id: string): Promise<AdAccount | null>;
  /** null: no such object. */
  get(id: number): Promise<AdObject | null>;
  /** Fetches many at once, ahead of `get`. */
  fetch(ids: readonly number[]): Promise<void>;
  childrenOf(kind: ObjectKind, parentId: number): Promise<readonly AdObject[]>;
  fetchChildren(kind: ObjectKind, parentIds: readonly number[]): Promise<void>;
  /** Puts a changed object in the old one's place. */
  put(object: AdObject): void;
}

export function createShelf(objects: AdObjectStore, accounts: AdAccountStore): Shelf {
  const byId = new Map<number, AdObject | null>();
  const children = new Map<string, readonly AdObject[]>();
  const accountsById = new Map<string, Promise<AdAccount | null>>();
  const shelf: Shelf = {
    account(id) {
      const known = accountsById.get(id) ?? accounts.get(id);
      accountsById.set(id, known);
      return known;
    },
    async get(id) {
      await shelf.fetch([id]);
      return byId.get(id) ?? null;
    },
    async fetch(ids) {
      const unknown = [...new Set(ids)].filter((id) => !byId.has(id));
      if (unknown.length === 0) return;
      const found = await objects.getMany(unknown);
      for (const id of unknown) byId.set(id, null);
      for (const object of found) byId.set(object.id, object);
    },
    async childrenOf(kind, parentId) {
      await shelf.fetchChildren(kind, [parentId]);
      return children.get(`${kind}:${parentId}`) ?? [];
    },
    async fetchChildren(kind, parentIds) {
      const unknown = [...new Set(parentIds)].filter((id) => !children.has(`${kind}:${id}`));
      if (unknown.length === 0) return;
      const found = await objects.list({ kind, parentIds: unknown });
      for (const id of unknown) {
        const own = found.filter((object) => object.parentId === id);
        children.set(`${kind}:${id}`, own);
      }
      for (const object of found) byId.set(object.id, object);
    },
    put(object) {
      byId.set(object.id, object);
      children.clear();
    },
  };
  return shelf;
}
