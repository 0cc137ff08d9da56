/** The words for the ids in rules. An id without a word stands for itself. */
export interface Names {
  readonly segments: Readonly<Record<string, string>>;
  /** Countries ("BR") and regions ("BR-SP"). */
  readonly places: Readonly<Record<string, string>>;
  readonly companies: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, string>>;
}

export const nameOf = (names: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id;

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

/** Languages that members use the app in, as the network knows them. */
export const languageCodes =
  "af ak am ar bn ca cs da de el en es eu fi fil fr gl gu ha he hi hu id ig it ja jv kk kn ku lg ml mr ms nb ne nl om pa pl ps pt qu ro ru si sk sq sv sw ta te th tr uk ur vi xh yo zh zu".split(
    " ",
  );

/** English names of the languages, by code. Read on the server: browsers name some of them otherwise. */
export function languageNames(): Record<string, string> {
  const english = new Intl.DisplayNames(["en"], { type: "language" });
  return Object.fromEntries(languageCodes.map((code) => [code, english.of(code) ?? code]));
}
