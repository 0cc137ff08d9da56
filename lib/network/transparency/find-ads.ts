import { z } from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { PublishedAd } from "./published-ad";

const text = z.string().check(z.trim(), z.maxLength(200));
const day = z.iso.date();
const whole = (most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/)),
    z.pipe(z.transform(Number), z.int().check(z.minimum(1), z.maximum(most))),
  );

const querySchema = z.strictObject({
  q: z._default(text, ""),
  payer: z._default(text, ""),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  since: z.optional(day),
  until: z.optional(day),
  ad: z.optional(z.string().check(z.regex(/^\d{1,16}$/))),
  page: z._default(whole(10_000), 1),
  limit: z._default(whole(100), 20),
});
export type AdQuery = z.infer<typeof querySchema>;

const accepts: Readonly<Record<string, string>> = {
  q: "at most 200 characters",
  payer: "at most 200 characters",
  country: "two capital letters (ISO 3166-1)",
  since: "a day as YYYY-MM-DD",
  until: "a day as YYYY-MM-DD",
  ad: "the number of an ad",
  page: "a number from 1 to 10000",
  limit: "a number from 1 to 100",
};

/** What an address asks for. An empty parameter asks for nothing; one that is unknown, wrong, or given twice is refused by its name. */
export function readAdQuery(
  params: URLSearchParams,
): Result<AdQuery, Refusal & { readonly code: "invalid" }> {
  const given = [...params].filter(([, value]) => value !== "");
  const twice = given.find(([name], index) => given.findIndex(([one]) => one === name) !== index);
  if (twice) return refuse("invalid", `${twice[0].slice(0, 40)} can be given once.`);
  const parsed = querySchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? "");
  const known = Object.hasOwn(accepts, name) ? accepts[name] : undefined;
  if (known) return refuse("invalid", `${name} must be ${known}.`);
  return refuse("invalid", `The repository can be asked by ${Object.keys(accepts).join(", ")}.`);
}

export interface FoundAds {
  readonly ads: readonly PublishedAd[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** One page of the ads that an address asks for, in their order. A page behind the last one is empty. */
export function findAds(all: readonly PublishedAd[], query: AdQuery): FoundAds {
  const fits = all.filter((ad) => matches(ad, query));
  const from = (query.page - 1) * query.limit;
  return {
    ads: fits.slice(from, from + query.limit),
    total: fits.length,
    page: query.page,
    pages: Math.ceil(fits.length / query.limit),
  };
}

const plain = (said: string): string => said.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const holds = (texts: readonly (string | null)[], asked: string): boolean =>
  asked === "" || texts.some((said) => said !== null && plain(said).includes(plain(asked)));

function matches(ad: PublishedAd, { q, payer, country, since, until, ad: id }: AdQuery): boolean {
  const { content } = ad;
  return (
    holds(
      content ? [content.company, content.headline, content.text, content.description] : [],
      q,
    ) &&
    holds([ad.paidBy, ad.onBehalfOf], payer) &&
    (!country || ad.countries.length === 0 || ad.countries.includes(country)) &&
    (!since || ad.until >= since) &&
    (!until || ad.since <= until) &&
    (!id || String(ad.id) === id)
  );
}
