import Link from "next/link";
import type { MethodNote } from "@/lib/reports/report";

/** How the numbers were made. Always open, always printed: a number without its method is not a report. */
export function MethodBlock({ notes }: { notes: readonly MethodNote[] }) {
  return (
    <section aria-labelledby="method" className="border-line-strong border-t pt-3">
      <h2 id="method" className="font-semibold text-base">
        Method
      </h2>
      <dl className="mt-2 grid gap-x-6 gap-y-3 text-sm md:grid-cols-2 print:grid-cols-2">
        {notes.map(({ term, text }) => (
          <div key={term} className="break-inside-avoid">
            <dt className="font-medium">{term}</dt>
            <dd className="text-ink-2">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm">
        <Link href="/method" className="text-accent underline">
          How numbers about people are made
        </Link>
        <span className="text-ink-2">, with what may be claimed and what may not.</span>
      </p>
    </section>
  );
}
