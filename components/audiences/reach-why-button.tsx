"use client";

import { CircleHelp } from "lucide-react";
import { Button, type ButtonProps } from "@/components/ui/button";

export function ReachWhyButton(props: ButtonProps) {
  return (
    <Button variant="quiet" size="sm" className="-ml-2" aria-haspopup="dialog" {...props}>
      <CircleHelp aria-hidden />
      Why a range?
    </Button>
  );
}
