"use client";

import { CircleHelp } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const ReachWhyDialog = dynamic(() => import("./reach-why-dialog").then((m) => m.ReachWhyDialog), {
  ssr: false,
});

export function ReachWhy() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        className="-ml-2"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <CircleHelp aria-hidden />
        Why a range?
      </Button>
      {open && <ReachWhyDialog onClose={() => setOpen(false)} />}
    </>
  );
}
