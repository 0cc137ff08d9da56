import type { CompanyPeople as Value } from "@/lib/companies/list-companies";
import { formatRange } from "@/lib/format/people";

/** How many people already work with a company, or why it is not said. */
export function CompanyPeople({ people }: { people: Value }) {
  switch (people.kind) {
    case "known":
      return <>{formatRange(people.range)}</>;
    case "not_allowed":
      return <span className="text-ink-3">Not for your role</span>;
    case "silent":
      return <span className="text-warn">No answer from the ad network</span>;
  }
}
