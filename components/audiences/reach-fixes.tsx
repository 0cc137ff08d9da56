"use client";

import { Button } from "@/components/ui/button";
import type { Keep, Suggestion } from "@/lib/ad-api/panel";
import { fixesFor } from "@/lib/audiences/fixes";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";

interface ReachFixesProps {
  rules: Rules;
  keeps: readonly Keep[];
  suggestions: readonly Suggestion[];
  names: Names;
  onEdit: (rules: Rules) => void;
}

export function ReachFixes({ rules, keeps, suggestions, names, onEdit }: ReachFixesProps) {
  const fixes = fixesFor(rules, keeps, suggestions, names);
  return (
    <section aria-labelledby="fixes" className="flex flex-col gap-2">
      <h3 id="fixes" className="font-medium text-sm">
        What would let more people fit
      </h3>
      {fixes.map((fix) => (
        <Button
          key={fix.id}
          size="sm"
          className="h-auto min-h-7 justify-start whitespace-normal py-1 text-left"
          onClick={() => onEdit(fix.rules)}
        >
          <span>
            {fix.label}
            {fix.gain && <span className="font-normal text-ink-2">: {fix.gain}</span>}
          </span>
        </Button>
      ))}
      {fixes.length === 0 && (
        <p className="text-ink-2 text-sm">Add an interest to the first box, or another place.</p>
      )}
    </section>
  );
}
