import { LinkButton } from "@/components/ui/link-button";

interface AdsPagesProps {
  page: number;
  pages: number;
  asked: Readonly<Record<string, string>>;
}

const hrefOf = (asked: AdsPagesProps["asked"], page: number): string =>
  `/ads?${new URLSearchParams({ ...asked, page: String(page) })}`;

/** From one page of the repository to the next; nothing where there is only one. */
export function AdsPages({ page, pages, asked }: AdsPagesProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      {page > 1 && (
        <LinkButton href={hrefOf(asked, page - 1)} className="min-h-11">
          Newer ads
        </LinkButton>
      )}
      <p className="tabular-nums">
        Page {page} of {pages}
      </p>
      {page < pages && (
        <LinkButton href={hrefOf(asked, page + 1)} className="min-h-11">
          Older ads
        </LinkButton>
      )}
    </nav>
  );
}
