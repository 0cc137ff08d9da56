"use client";

import { CircleHelp } from "lucide-react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { cn } from "@/lib/cn";

export function ReachWhyButton({ className, ...props }: ButtonProps) {
  return (
    <Button
      variant="quiet"
      size="sm"
      aria-haspopup="dialog"
      {...props}
      className={cn("-ml-2", className)}
    >
      <CircleHelp aria-hidden />
      Why a range?
    </Button>
  );
}
