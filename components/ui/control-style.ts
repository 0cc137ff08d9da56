/** The box of every text-like control. */
export const controlStyle =
  "h-9 w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2.5 text-base text-ink transition-colors aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken pointer-coarse:h-11 pointer-coarse:text-md";
