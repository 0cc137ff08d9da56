import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** One line under the title: whose, which days, which zone. */
  description?: ReactNode;
  /** The page above: its address and its name. */
  back?: { readonly href: string; readonly label: string };
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Below: tabs or filters. */
  children?: ReactNode;
}

export function PageHeader({ title, description, back, actions, children }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-col gap-3">
      {back && (
        <Link
          href={back.href}
          className="inline-flex min-h-6 w-fit items-center gap-1 text-ink-2 text-sm hover:text-ink pointer-coarse:min-h-11 print:hidden"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 lg:flex-1">
          <h1 className="font-semibold text-lg">{title}</h1>
          {description && <p className="mt-0.5 text-ink-2">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
