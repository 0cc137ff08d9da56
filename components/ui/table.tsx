import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

/** A real table that scrolls sideways by itself; the caption is its name, shown or not. */
export function Table({
  caption,
  showCaption = false,
  className,
  children,
  ...props
}: ComponentProps<"table"> & { caption: ReactNode; showCaption?: boolean }) {
  return (
    <section
      className="relative overflow-x-auto rounded-[inherit]"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
      tabIndex={0}
      aria-label={typeof caption === "string" ? caption : "Table"}
    >
      <table className={cn("w-full border-collapse text-sm", className)} {...props}>
        <caption className={showCaption ? "p-2 text-left text-ink-2" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="border-b text-ink-2">
      <tr>{children}</tr>
    </thead>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

export function TableFoot({ children }: { children: ReactNode }) {
  return <tfoot className="border-line-strong border-t font-medium">{children}</tfoot>;
}

export function Row({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={cn("h-9 hover:bg-sunken pointer-coarse:h-11", className)} {...props} />;
}

interface CellProps extends ComponentProps<"td"> {
  /** Right-aligned, tabular numerals, never wrapped. */
  numeric?: boolean;
}

export function Th({
  numeric = false,
  className,
  scope = "col",
  ...props
}: CellProps & { scope?: "col" | "row" }) {
  return (
    <th
      scope={scope}
      className={cn(
        "h-9 px-3 py-1.5 font-medium first:pl-4 last:pr-4",
        numeric ? "whitespace-nowrap text-right tabular-nums" : "text-left",
        scope === "row" && "text-ink",
        className,
      )}
      {...props}
    />
  );
}

export function Td({ numeric = false, className, ...props }: CellProps) {
  return (
    <td
      className={cn(
        "px-3 py-1.5 first:pl-4 last:pr-4",
        numeric && "whitespace-nowrap text-right tabular-nums",
        className,
      )}
      {...props}
    />
  );
}
