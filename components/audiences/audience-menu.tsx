"use client";

import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { AudienceMenuContentProps } from "./audience-menu-content";

const AudienceMenuContent = dynamic(
  () => import("./audience-menu-content").then((m) => m.AudienceMenuContent),
  { ssr: false, loading: () => <MenuButton /> },
);

function MenuButton({ onClick }: { onClick?: () => void }) {
  return <IconButton label="More actions" icon={<Ellipsis aria-hidden />} onClick={onClick} />;
}

/** Copy, archive, bring back. The menu is loaded when first wanted. */
export function AudienceMenu(props: Omit<AudienceMenuContentProps, "defaultOpen">) {
  const [wanted, setWanted] = useState(false);
  if (!props.mayEdit && props.state !== "archived") return null;
  return wanted ? (
    <AudienceMenuContent {...props} defaultOpen />
  ) : (
    <MenuButton onClick={() => setWanted(true)} />
  );
}
