import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { type ButtonStyle, buttonStyle } from "./button-style";

type LinkButtonProps = ComponentProps<typeof Link> & ButtonStyle;

export function LinkButton({ variant, size, className, ...props }: LinkButtonProps) {
  return <Link className={cn(buttonStyle({ variant, size }), className)} {...props} />;
}
