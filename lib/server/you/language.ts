import "server-only";
import { cookies, headers } from "next/headers";
import { isNoticeLanguage } from "@/lib/network/consent/notices/find-notice";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";

export const languageCookie = "nod-language";

/** The first language of Accept-Language that is spoken here, by weight; English when there is none. */
export function languageFrom(accept: string | null): NoticeLanguage {
  const wanted = (accept ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters
        .find((one) => one.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return { language: tag.split("-")[0] ?? "", weight: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) if (isNoticeLanguage(language)) return language;
  return "en";
}

/** The language of a page of the privacy centre: asked for in the address, chosen before, or the browser's. */
export async function currentLanguage(asked?: string | string[]): Promise<NoticeLanguage> {
  if (typeof asked === "string" && isNoticeLanguage(asked)) return asked;
  const chosen = (await cookies()).get(languageCookie)?.value ?? null;
  if (isNoticeLanguage(chosen)) return chosen;
  return languageFrom((await headers()).get("accept-language"));
}
