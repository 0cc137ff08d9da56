/** The words for the ids in rules. An id without a word stands for itself. */
export interface Names {
  readonly segments: Readonly<Record<string, string>>;
  /** Countries ("BR") and regions ("BR-SP"). */
  readonly places: Readonly<Record<string, string>>;
  readonly companies: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, string>>;
}

export const nameOf = (names: Readonly<Record<string, string>>, id: string): string =>
  names[id] ?? id;

export const deviceNames = {
  android: "Android",
  ios: "iPhone and iPad",
  kaios: "KaiOS",
  desktop: "Desktop",
} as const;

export const placementNames = {
  messenger: "Messenger",
  social: "Social",
  photos: "Photos",
} as const;

export const strengthNames = { 1: "any", 2: "clear", 3: "strong" } as const;
