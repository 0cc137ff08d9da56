import type { PreparedList } from "@/lib/companies/customer-list/list-reader";
import { formatPeopleInFull as whole } from "@/lib/format/people";

const columnNames = { EMAIL: "Email", PHONE: "Phone" } as const;

/** What became of the rows, and exactly what leaves the browser. */
export function ListOutcome({ list }: { list: PreparedList }) {
  const lines = [
    { label: "Rows in the file", value: list.read },
    { label: "The same people again", value: list.duplicates },
    { label: "Without an address or a number that can be read", value: list.unusable },
    { label: "Email addresses that cannot be read", value: list.unreadEmails },
    { label: "Phone numbers that cannot be read, or have no country", value: list.unreadPhones },
    { label: "Unusual phone numbers, sent all the same", value: list.unusualPhones },
  ].filter(({ value }, place) => place === 0 || value > 0);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="font-semibold text-lg tabular-nums">{whole(list.usable)} rows to send</p>
        <dl className="mt-1 max-w-md text-sm">
          {lines.map(({ label, value }) => (
            <div key={label} className="flex justify-between gap-4 py-0.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="tabular-nums">{whole(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
      {list.preview.length > 0 && (
        <section aria-label="What leaves this browser" className="rounded-md bg-sunken p-3">
          <h3 className="font-medium text-sm">What leaves this browser, row by row</h3>
          <ol className="mt-2 flex flex-col gap-2 text-xs">
            {list.preview.map((row) => (
              <li key={row.join()} className="flex flex-col gap-0.5">
                {row.map((hash, place) => {
                  const column = list.columns[place] ?? "EMAIL";
                  return (
                    <span key={column} className="flex gap-2">
                      <span className="w-10 shrink-0 text-ink-2">{columnNames[column]}</span>
                      <code className="min-w-0 break-all">{hash || "none"}</code>
                    </span>
                  );
                })}
              </li>
            ))}
          </ol>
          <p className="mt-2 text-ink-2 text-sm">
            {list.usable > list.preview.length &&
              `And ${whole(list.usable - list.preview.length)} rows like these. `}
            The addresses, the numbers, every other column and the file itself stay here.
          </p>
        </section>
      )}
    </div>
  );
}
