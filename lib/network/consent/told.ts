import { z } from "zod/mini";
import { noticeLanguages } from "./notices/notice";

/** What comes along with a choice: the language the page was in, and when it was pressed by the device's clock. */
export const toldInput = z.object({
  language: z._default(z.literal([...noticeLanguages]), "en"),
  clientAt: z._default(z.nullable(z.iso.datetime({ precision: 3 })), null),
});

export type Told = z.input<typeof toldInput>;
