"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { NotTheSumOf } from "./not-the-sum-dialog";

const Explanation = dynamic(() => import("./not-the-sum-dialog").then((m) => m.NotTheSumDialog), {
  ssr: false,
});

/** Beside a total of people: opens who saw several campaigns, which is why the rows are more than the total. */
export function NotTheSum(of: NotTheSumOf) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-haspopup="dialog"
        className="text-accent underline print:hidden"
        onClick={() => setOpen(true)}
      >
        not the sum
      </Button>
      {open && <Explanation {...of} onClose={() => setOpen(false)} />}
    </>
  );
}
