export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  /** Second line: a path, a country. */
  readonly detail?: string;
  readonly disabled?: boolean;
}

/** How a combobox searches: by itself over `items`, or through `onQueryChange` when the owner fetches. */
export interface ComboboxSearch {
  readonly items: readonly ComboboxOption[];
  /** With it the owner filters: `items` are taken as they are. */
  readonly onQueryChange?: (query: string) => void;
  /** "Searching", or why the search failed. */
  readonly status?: string | null;
  /** Said when nothing fits. */
  readonly empty?: string;
  readonly placeholder?: string;
}
