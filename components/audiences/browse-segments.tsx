"use client";

import { ListTree } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { BrowseDrawerProps } from "./browse-drawer";

const BrowseDrawer = dynamic(() => import("./browse-drawer").then((m) => m.BrowseDrawer), {
  ssr: false,
});

/** The button that opens the taxonomy; the drawer is loaded when first wanted. */
export function BrowseSegments(props: Omit<BrowseDrawerProps, "onClose">) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={`Browse interests for "${props.label}"`}
        icon={<ListTree aria-hidden />}
        size="sm"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      {open && <BrowseDrawer {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
