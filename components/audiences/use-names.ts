import { useCallback, useState } from "react";
import type { Names } from "@/lib/audiences/names";

/** The words for ids: those the page brought, and those learned while choosing. */
export function useNames(first: Names) {
  const [names, setNames] = useState(first);
  const learn = useCallback((more: Partial<Names>) => {
    setNames((known) => ({
      segments: { ...known.segments, ...more.segments },
      places: { ...known.places, ...more.places },
      companies: { ...known.companies, ...more.companies },
      languages: { ...known.languages, ...more.languages },
    }));
  }, []);
  return [names, learn] as const;
}
