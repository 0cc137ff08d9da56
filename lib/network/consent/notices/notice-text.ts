import { createHash } from "node:crypto";
import { purposes, recipients } from "../purposes";
import type { Notice } from "./notice";

/** The exact text of a notice: every sentence that a member is shown, in order, a line each. */
export function noticeText(notice: Notice): string {
  const lines = [
    `${notice.title} (${notice.version}, ${notice.since})`,
    ...notice.intro,
    ...purposes.map((purpose) => {
      const { title, means } = notice.purposes[purpose];
      return `${title}: ${means}`;
    }),
    ...recipients.map((recipient) => {
      const { name, is } = notice.recipients[recipient];
      return `${name}: ${is}`;
    }),
    ...notice.promises,
  ];
  return `${lines.join("\n")}\n`;
}

/** SHA-256 of a text as UTF-8, hex. */
export const sha256Hex = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("hex");
