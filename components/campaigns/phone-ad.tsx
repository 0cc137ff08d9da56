import { ImageIcon } from "lucide-react";
import { cn } from "@/lib/cn";

export interface ShownAd {
  readonly company: string;
  readonly headline: string;
  readonly message: string;
  readonly link: string;
  readonly button: string;
  readonly imageUrl: string | null;
  /** "You see this because you like bicycles and work with Lakeside." */
  readonly why: string;
}

interface PhoneAdProps {
  placement: "messenger" | "social" | "photos";
  ad: ShownAd;
}

const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).host : "your link");

/** A phone with the ad in one placement: a message, a post, or a full picture. */
export function PhoneAd({ placement, ad }: PhoneAdProps) {
  const isPhotos = placement === "photos";
  return (
    <div className="mx-auto mt-3 w-full max-w-70 rounded-[1.75rem] border-4 border-line-strong bg-bg p-2">
      <div className="flex min-h-96 flex-col overflow-hidden rounded-[1.25rem] bg-surface">
        <Sender company={ad.company} placement={placement} />
        <div className={cn("flex flex-1 flex-col", placement === "messenger" && "p-2")}>
          <div
            className={cn(
              "flex flex-col",
              placement === "messenger" && "overflow-hidden rounded-md border bg-sunken",
              isPhotos && "flex-1",
            )}
          >
            {!isPhotos && <Text className="p-2.5">{ad.message || "The text of the ad"}</Text>}
            <Picture url={ad.imageUrl} tall={isPhotos} />
            <div className="flex flex-col gap-1.5 p-2.5">
              <p className="text-ink-3 text-xs">{hostOf(ad.link)}</p>
              <p className="break-words font-semibold">{ad.headline || "The headline"}</p>
              {isPhotos && <Text>{ad.message || "The text of the ad"}</Text>}
              <p className="rounded-sm bg-accent py-1.5 text-center font-medium text-on-accent text-sm">
                {ad.button}
              </p>
            </div>
          </div>
        </div>
        <p className="border-t p-2.5 text-ink-2 text-xs">{ad.why}</p>
      </div>
    </div>
  );
}

function Sender({ company, placement }: { company: string; placement: PhoneAdProps["placement"] }) {
  return (
    <div className="flex items-center gap-2 border-b p-2.5">
      <span
        aria-hidden
        className="flex size-8 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent"
      >
        {company.slice(0, 1).toUpperCase() || "?"}
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{company || "The company"}</span>
        <span className="block text-ink-3 text-xs">
          {placement === "messenger" ? "Sponsored message" : "Sponsored"}
        </span>
      </span>
    </div>
  );
}

const Text = ({ className, children }: { className?: string; children: string }) => (
  <p className={cn("line-clamp-6 whitespace-pre-line break-words text-sm", className)}>
    {children}
  </p>
);

function Picture({ url, tall }: { url: string | null; tall: boolean }) {
  const shape = tall ? "aspect-square" : "aspect-[1.91]";
  if (!url) {
    return (
      <div className={cn("flex items-center justify-center bg-line text-ink-3", shape)}>
        <ImageIcon aria-hidden className="size-6" />
        <span className="sr-only">No picture</span>
      </div>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: a picture of the network, of unknown size, shown as people get it.
    <img src={url} alt="" className={cn("w-full object-cover", shape)} />
  );
}
