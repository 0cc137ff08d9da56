import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** One sentence. */
  children: ReactNode;
  /** One Button or LinkButton. */
  action?: ReactNode;
  /** One real example of what will stand here. */
  example?: ReactNode;
}

export function EmptyState({ title, children, action, example }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-md border border-line border-dashed p-6">
      <div className="max-w-prose">
        <h2 className="font-semibold text-md">{title}</h2>
        <div className="mt-1 text-ink-2">{children}</div>
      </div>
      {action}
      {example && (
        <div className="mt-2 w-full max-w-2xl">
          <p className="mb-1 text-ink-3 text-xs">For example</p>
          {example}
        </div>
      )}
    </div>
  );
}
