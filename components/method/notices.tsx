import { Fragment } from "react";
import { Chapter } from "./chapter";
import type { NoticeFacts } from "./facts";

const date = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

/** Under which notices people said yes, with the exact texts. */
export function Notices({ notices }: { notices: readonly NoticeFacts[] }) {
  return (
    <Chapter title="What people said yes to">
      <p>
        A notice asks for each use of somebody’s data by itself, and closing it without an answer is
        not a yes. A new version asks again only about what changed its meaning; a yes to the rest
        still holds, under the version it was given to. So the people of an audience may have said
        yes under any of these versions. How many did under which is not told.
      </p>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        {notices.map(({ version, since, isCurrent, texts }) => (
          <li key={version}>
            Notice {version}, since {date.format(new Date(since))}
            {isCurrent && ", shown today"}:{" "}
            {texts.map(({ language, href }, i) => (
              <Fragment key={href}>
                {i > 0 && ", "}
                <a href={href} className="text-accent underline">
                  {language}
                </a>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
      <p className="text-base text-ink-2">
        The SHA-256 of each text, as it is served, is the one that the ledger and people’s receipts
        name. Members who were brought from another place said yes under the notices they were shown
        there, which whoever runs the network can name.
      </p>
    </Chapter>
  );
}
