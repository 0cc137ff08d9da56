import type { Suggestion } from "@/lib/ad-api/panel";
import { formatAboutPeople } from "@/lib/format/people";

interface SuggestedSegmentsProps {
  suggestions: readonly Suggestion[];
  onAdd: (suggestion: Suggestion) => void;
}

/** Interests that would widen the box, each with about how many people; pressing one asks the real number. */
export function SuggestedSegments({ suggestions, onAdd }: SuggestedSegmentsProps) {
  if (suggestions.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-2 text-sm">
      <span>Suggested:</span>
      {suggestions.map((suggestion) => (
        <button
          key={suggestion.id}
          type="button"
          onClick={() => onAdd(suggestion)}
          className="min-h-6 rounded-full border border-line-strong border-dashed px-2.5 py-0.5 text-ink hover:border-accent hover:bg-accent-soft pointer-coarse:min-h-11 disabled:pointer-events-none"
        >
          {suggestion.name}
          <span className="text-ink-2">, about +{formatAboutPeople(suggestion.gain)}</span>
        </button>
      ))}
    </p>
  );
}
