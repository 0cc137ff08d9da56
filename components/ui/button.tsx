"use client";

import type { ComponentProps, MouseEvent } from "react";
import { cn } from "@/lib/cn";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { Spinner } from "./spinner";

export interface ButtonProps extends ComponentProps<"button">, ButtonStyle {
  /** At work: keeps its focus, shows a spinner, ignores clicks. */
  busy?: boolean | undefined;
}

export function Button({
  variant,
  size,
  busy = false,
  className,
  children,
  onClick,
  type = "button",
  ...props
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
  };
  return (
    <button
      type={type}
      className={cn(buttonStyle({ variant, size }), className)}
      onClick={click}
      {...props}
      {...(busy && { "aria-disabled": true, "aria-busy": true })}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
