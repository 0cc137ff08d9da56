import { Badge } from "@/components/ui/badge";
import { formatDay, formatDays } from "@/lib/format/date";
import { AdContent } from "./ad-content";
import type { AdView } from "./ad-view";
import { Fact } from "./fact";
import { sayCountry, sayReached } from "./say-reached";

/** One ad: what it said, who paid, when, for whom, and how many it reached. */
export function AdEntry({ ad }: { ad: AdView }) {
  const { content, removed, audience } = ad;
  const title = content ? (content.headline ?? content.company) : "An ad that was removed";
  return (
    <article
      aria-labelledby={`ad-${ad.id}`}
      className="flex min-w-0 flex-col gap-4 rounded-md border bg-surface p-4"
    >
      <header className="flex flex-wrap items-start justify-between gap-2">
        <h2 id={`ad-${ad.id}`} className="min-w-0 text-pretty break-words font-semibold text-md">
          {title}
        </h2>
        {removed && <Badge tone="bad">Removed</Badge>}
      </header>
      {content && <AdContent content={content} />}
      {removed && (
        <div>
          <p>
            The network stopped showing it on {formatDay(removed.since)}, after an automatic review
            found that it breaks the network’s advertising rules. What it said and who paid are not
            repeated.
          </p>
          <ul className="list-disc pl-5">
            {removed.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {ad.paidBy && <Fact name="Paid for by">{ad.paidBy}</Fact>}
        {ad.onBehalfOf && <Fact name="On behalf of">{ad.onBehalfOf}</Fact>}
        <Fact name="Shown">{formatDays(ad.since, ad.until)}</Fact>
        <Fact name="People reached">{sayReached(ad)}</Fact>
        {ad.reached && ad.reached.byCountry.length > 1 && (
          <Fact name="Of these, by country">
            <List items={ad.reached.byCountry.map(sayCountry)} />
          </Fact>
        )}
        <Fact name="Meant for people who">
          <List items={audience.asked} />
        </Fact>
        <Fact name="Left out">
          <List items={audience.leftOut} />
        </Fact>
      </dl>
      <p className="text-ink-2 text-sm">Ad {ad.id}</p>
    </article>
  );
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul className="flex list-disc flex-col gap-0.5 pl-4">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
