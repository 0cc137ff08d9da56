import type { AdApi } from "@/lib/ad-api/ad-api";
import { describeRules } from "@/lib/audiences/describe";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import { locale } from "@/lib/format/locale";
import type { Client } from "@/lib/workspace/actor";

const named = (type: "region" | "language", codes: readonly string[]): Record<string, string> => {
  const names = new Intl.DisplayNames(locale, { type });
  return Object.fromEntries(codes.map((code) => [code, names.of(code) ?? code]));
};

/**
 * Whom launched campaigns were for, in words, by their id. Segments keep their ids when the network does not
 * tell its taxonomy; a report is not held up by it.
 */
export async function audienceWords(
  adApi: Pick<AdApi, "browseSegments">,
  client: Client,
  rulesById: ReadonlyMap<string, Rules>,
): Promise<ReadonlyMap<string, string>> {
  if (rulesById.size === 0) return new Map();
  const all = [...rulesById.values()];
  const segments = await adApi.browseSegments();
  const names: Names = {
    segments: segments.ok
      ? Object.fromEntries(segments.value.map(({ id, name }) => [id, name]))
      : {},
    places: named(
      "region",
      all.flatMap(({ countries }) => countries),
    ),
    companies: Object.fromEntries(client.companies.map(({ id, name }) => [id, name])),
    languages: named(
      "language",
      all.flatMap(({ languages }) => languages),
    ),
  };
  return new Map([...rulesById].map(([id, rules]) => [id, describeRules(rules, names)]));
}
