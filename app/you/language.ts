"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { isNoticeLanguage } from "@/lib/network/consent/notices/find-notice";
import { languageCookie } from "@/lib/server/you/language";

const paths = ["/you", "/you/why", "/you/left"];

export async function setLanguage(form: FormData): Promise<void> {
  const language = String(form.get("language"));
  if (isNoticeLanguage(language)) {
    const seconds = 365 * 86_400;
    (await cookies()).set(languageCookie, language, {
      path: "/",
      sameSite: "lax",
      maxAge: seconds,
    });
  }
  redirect(paths.find((path) => path === form.get("path")) ?? "/you");
}
