interface FindingsProps {
  changed: readonly string[];
  why: readonly string[];
  next: readonly string[];
}

/** What changed, why, and what comes next: the sentences that the numbers below bear out. */
export function Findings({ changed, why, next }: FindingsProps) {
  const parts = [
    { title: "What changed", sentences: changed, none: "Nothing that the numbers can show." },
    { title: "Why", sentences: why, none: "The numbers alone do not say." },
    { title: "Next", sentences: next, none: "Nothing asks for a decision." },
  ];
  return (
    <div className="grid gap-4 md:grid-cols-3 print:grid-cols-3">
      {parts.map(({ title, sentences, none }) => (
        <section key={title} className="min-w-0 border-line-strong border-t pt-2">
          <h2 className="font-semibold text-base">{title}</h2>
          {sentences.length === 0 ? (
            <p className="mt-1 text-ink-2">{none}</p>
          ) : (
            <ul className="mt-1 flex flex-col gap-1">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
