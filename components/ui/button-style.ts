import { cva, type VariantProps } from "class-variance-authority";

export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-sm border font-medium transition-colors select-none disabled:opacity-55 aria-disabled:opacity-55 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover",
        secondary:
          "border-line-strong bg-surface text-ink not-aria-disabled:hover:bg-sunken data-popup-open:bg-sunken",
        quiet:
          "border-transparent bg-transparent text-ink-2 not-aria-disabled:hover:bg-sunken not-aria-disabled:hover:text-ink data-popup-open:bg-sunken",
        danger: "border-bad bg-surface text-bad not-aria-disabled:hover:bg-bad-soft",
      },
      size: {
        md: "h-9 px-3 text-base",
        sm: "h-7 px-2 text-sm",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
export type ButtonStyle = VariantProps<typeof buttonStyle>;
