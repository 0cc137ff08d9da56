export interface CatalogueSegment {
  readonly id: string;
  readonly name: string;
  /** From the root down to the segment itself. */
  readonly path: readonly string[];
  readonly kind: "interest" | "purchase";
  readonly policy: "allowed" | "restricted" | "forbidden";
  readonly reason: string | null;
  readonly parentId: string | null;
  /** Has children that are not forbidden. */
  readonly parent: boolean;
}

export interface CataloguePlace {
  readonly key: string;
  readonly name: string;
  readonly type: "country" | "region";
  readonly country: string;
}

/** What the network can be asked about: its segments, places, languages and companies. */
export interface Catalogue {
  /** Forbidden ones too, so that a refusal can name them. */
  getSegment(id: string): CatalogueSegment | null;
  /** Best first, never forbidden ones. */
  searchSegments(query: string): readonly CatalogueSegment[];
  /** Every segment that is not forbidden, parents before children. */
  listSegments(): readonly CatalogueSegment[];
  getPlace(key: string): CataloguePlace | null;
  searchPlaces(query: string): readonly CataloguePlace[];
  listCountries(): readonly { readonly key: string; readonly name: string }[];
  /** By code. */
  listLanguages(): readonly { readonly key: string; readonly name: string }[];
  hasLanguage(code: string): boolean;
  hasCompany(id: string): boolean;
  /** Why a text may not name an audience, a campaign or stand in an ad; null: it may. */
  refuseText(text: string): string | null;
}
