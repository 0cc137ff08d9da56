"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Button, type ButtonProps } from "./button";

interface IconButtonProps extends Omit<ButtonProps, "children"> {
  /** What it does, for a screen reader and as the native tooltip. */
  label: string;
  icon: ReactNode;
}

export function IconButton({
  label,
  icon,
  className,
  variant = "quiet",
  size,
  ...props
}: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      variant={variant}
      size={size}
      className={cn("px-0 pointer-coarse:min-w-11", size === "sm" ? "w-7" : "w-9", className)}
      {...props}
    >
      {icon}
    </Button>
  );
}
