import { Circle, CircleCheck } from "lucide-react";

export interface CheckedPart {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
}

/** The form's parts, each a link to it, ticked when complete. */
export function Checklist({ parts }: { parts: readonly CheckedPart[] }) {
  return (
    <nav aria-label="Parts of this campaign">
      <ol className="flex flex-wrap gap-x-4 gap-y-1 lg:flex-col">
        {parts.map(({ id, title, done }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex min-h-6 items-center gap-2 underline-offset-2 hover:underline pointer-coarse:min-h-11"
            >
              {done ? (
                <CircleCheck aria-hidden className="size-4 text-ok" />
              ) : (
                <Circle aria-hidden className="size-4 text-ink-3" />
              )}
              {title}
              <span className="sr-only">{done ? "(complete)" : "(not complete)"}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
