import { createHmac } from "node:crypto";

/** Where an identifier is not to match: any list of anybody, or the lists of one company. */
export type SuppressedFor = "everybody" | { readonly company: string };

/**
 * What is kept so that an identifier does not match again: HMAC-SHA256 under the deployment's pepper over the identity key
 * (population/import/identity-key.ts), so that the entry neither tells nor finds the person without it.
 */
export function suppressionKey(
  pepper: string,
  identityKey: Uint8Array,
  suppressed: SuppressedFor,
): Uint8Array {
  const scope = suppressed === "everybody" ? "everybody" : `company/${suppressed.company}`;
  return createHmac("sha256", pepper)
    .update(`suppression/v1/${scope}/`)
    .update(identityKey)
    .digest();
}

export interface Suppressed {
  readonly key: Uint8Array;
  /** When it was last added. */
  readonly at: Date;
}

/** Identifiers that match no list. Only the person takes an entry back, by undoing that they stopped a company. */
export interface SuppressionStore {
  add(keys: readonly Uint8Array[], at: Date): Promise<void>;
  /** Answers what stood and no longer does. */
  remove(keys: readonly Uint8Array[]): Promise<readonly Suppressed[]>;
  /** Removes an entry only where it was last added at its moment. */
  removeOf(moments: readonly Suppressed[]): Promise<void>;
  /** Which of the keys stand, by their place. */
  find(keys: readonly Uint8Array[]): Promise<ReadonlySet<number>>;
}

/**
 * Places of the identifiers that may be matched for a company: neither it nor everybody was told to stop. For list matching, and for
 * imports (`company` null), which keep the person without the identifier.
 */
export async function listMatchable(
  store: SuppressionStore,
  pepper: string,
  identityKeys: readonly Uint8Array[],
  company: string | null,
): Promise<readonly number[]> {
  const scopes: readonly SuppressedFor[] =
    company === null ? ["everybody"] : ["everybody", { company }];
  const keys = scopes.flatMap((scope) =>
    identityKeys.map((identity) => suppressionKey(pepper, identity, scope)),
  );
  const found = await store.find(keys);
  return identityKeys.flatMap((_, place) =>
    scopes.some((_, scope) => found.has(scope * identityKeys.length + place)) ? [] : [place],
  );
}
