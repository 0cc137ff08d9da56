"use client";

import type { Keep } from "@/lib/ad-api/panel";
import { cutsOf } from "@/lib/audiences/fixes";
import type { Names } from "@/lib/audiences/names";
import { ruleLabel } from "@/lib/audiences/rule-label";
import type { Rules } from "@/lib/audiences/rules";
import { cn } from "@/lib/cn";
import { formatPeople } from "@/lib/format/people";
import { sayShare } from "@/lib/format/share";

interface ReachKeepsProps {
  keeps: readonly Keep[];
  /** The rules that the answer is about. */
  rules: Rules;
  names: Names;
}

/** People left after each choice, in the order the choices are applied. */
export function ReachKeeps({ keeps, rules, names }: ReachKeepsProps) {
  if (keeps.length === 0) return null;
  const [cut] = cutsOf(keeps);
  const most = Math.max(1, ...keeps.map(({ range }) => range?.shown ?? 0));
  return (
    <section aria-labelledby="keeps">
      <h3 id="keeps" className="mb-1.5 font-medium text-sm">
        What each choice keeps
      </h3>
      <ul className="flex flex-col gap-2">
        {keeps.map(({ rule, range, share, refused }) => (
          <li key={rule} className="text-sm">
            <div className="flex justify-between gap-2">
              <span className="min-w-0 truncate">{ruleLabel(rule, rules, names)}</span>
              <span className="whitespace-nowrap">{sayLeft(range)}</span>
            </div>
            <div aria-hidden className="mt-0.5 h-1.5 rounded-full bg-sunken">
              <div
                className={cn("h-full rounded-full", rule === cut?.rule ? "bg-warn" : "bg-accent")}
                style={{ width: range ? `${Math.max(1, (range.shown / most) * 100)}%` : 0 }}
              />
            </div>
            <p className="text-ink-2 text-xs">
              {share !== null && `keeps ${sayShare(share)}`}
              {share === null && refused && range !== null && "what it keeps was not asked"}
              {share === null && !refused && rule !== "places" && "too few to say what it keeps"}
              {rule === cut?.rule && (
                <span className="font-medium text-warn">, the biggest cut</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayLeft(range: Keep["range"]): string {
  if (!range) return "not asked";
  return range.hidden ? `under ${formatPeople(range.upper)}` : formatPeople(range.shown);
}
