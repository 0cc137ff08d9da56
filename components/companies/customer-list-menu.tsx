"use client";

import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { CustomerListMenuContentProps } from "./customer-list-menu-content";

const CustomerListMenuContent = dynamic(
  () => import("./customer-list-menu-content").then((m) => m.CustomerListMenuContent),
  {
    ssr: false,
    loading: () => <IconButton label="More actions" icon={<Ellipsis aria-hidden />} size="sm" />,
  },
);

/** Replace and delete; loaded when first wanted. */
export function CustomerListMenu(props: CustomerListMenuContentProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <CustomerListMenuContent {...props} />;
  return (
    <IconButton
      label={`More actions for ${props.list.name}`}
      icon={<Ellipsis aria-hidden />}
      aria-haspopup="menu"
      size="sm"
      onClick={() => setWanted(true)}
    />
  );
}
