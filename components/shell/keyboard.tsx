"use client";

import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ClientChoice } from "./client-switcher";
import { destinations, withClient } from "./navigation";
import { frameKey } from "./shortcuts";

const CommandPalette = dynamic(() => import("./command-palette").then((m) => m.CommandPalette), {
  ssr: false,
});
const ShortcutsDialog = dynamic(() => import("./shortcuts-dialog").then((m) => m.ShortcutsDialog), {
  ssr: false,
});

/** Listens for the shortcuts of the frame; what they open is loaded when first wanted. */
export function Keyboard({ clients }: { clients: readonly ClientChoice[] }) {
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const router = useRouter();
  const clientId = useSearchParams().get("client");
  const afterG = useRef(0);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = frameKey(event);
      if (key && "opens" in key) {
        event.preventDefault();
        setOpen(key.opens);
      } else {
        const soon = event.timeStamp - afterG.current < 1500;
        const goesTo = soon && destinations.find((each) => each.key === key?.letter);
        afterG.current = key?.letter === "g" ? event.timeStamp : 0;
        if (goesTo) router.push(withClient(goesTo.href, clientId));
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router, clientId]);

  const close = () => setOpen(null);
  if (open === "palette") return <CommandPalette clients={clients} onClose={close} />;
  if (open === "shortcuts") return <ShortcutsDialog onClose={close} />;
  return null;
}
