import type { AdView } from "./ad-view";

/** The ad as people saw it. Where it leads is written out and not linked: the repository sends nobody there. */
export function AdContent({ content }: { content: NonNullable<AdView["content"]> }) {
  return (
    <figure className="flex min-w-0 flex-col gap-2 rounded-sm bg-sunken p-3 sm:flex-row">
      {content.imageHash && (
        // biome-ignore lint/performance/noImgElement: it is served as it was uploaded, by its hash.
        <img
          src={`/api/images/${content.imageHash}`}
          alt="The ad’s own"
          loading="lazy"
          className="max-h-40 max-w-full self-start rounded-sm object-contain sm:max-w-48"
        />
      )}
      <figcaption className="min-w-0 break-words">
        <p className="font-medium">{content.company}</p>
        <p className="whitespace-pre-line">{content.text}</p>
        {content.description && <p className="text-ink-2">{content.description}</p>}
        <p className="break-all text-ink-2 text-sm">Leads to {content.link}</p>
      </figcaption>
    </figure>
  );
}
