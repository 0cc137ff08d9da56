export const backdropStyle =
  "fixed inset-0 z-40 bg-[oklch(0.2_0.01_262/0.45)] transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const floatingStyle =
  "z-50 rounded-md border border-line-strong bg-surface text-ink outline-none transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const menuItemStyle =
  "flex min-h-8 w-full cursor-default items-center gap-2 rounded-sm px-2 py-1 text-left text-base outline-none select-none data-disabled:text-ink-3 data-highlighted:bg-accent-soft pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3";
