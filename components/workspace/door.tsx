import type { ReactNode } from "react";

/** The frame of the pages before the workspace: sign-in, first run, setting a password. */
export function Door({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-4 p-4">
      <header>
        <p className="font-semibold text-ink-2">Nod</p>
        <h1 className="font-semibold text-lg">{title}</h1>
        {description && <p className="mt-1 text-ink-2">{description}</p>}
      </header>
      {children}
    </main>
  );
}
