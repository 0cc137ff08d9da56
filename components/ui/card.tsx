import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** No inner space: for a table that runs to the edges. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A section with a line around it; with a title it is a named region. */
export function Card({
  title,
  description,
  actions,
  flush = false,
  className,
  children,
}: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cn("min-w-0 rounded-md border bg-surface", className)}
    >
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2">
          <div className="min-w-0">
            {title && (
              <h2 id={id} className="font-semibold text-base">
                {title}
              </h2>
            )}
            {description && <p className="text-ink-2 text-sm">{description}</p>}
          </div>
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cn(!flush && "px-4 pb-4", !flush && !title && !actions && "pt-4")}>
        {children}
      </div>
    </section>
  );
}
