import { Tabs } from "@/components/ui/tabs";
import { audienceHref } from "./audience-href";

interface AudienceTabsProps {
  audience: { readonly id: string; readonly clientId: string };
  current: "rules" | "overlap";
}

/** The pages of one audience. */
export function AudienceTabs({ audience, current }: AudienceTabsProps) {
  return (
    <Tabs
      label="This audience"
      current={current}
      className="mb-4"
      tabs={[
        { value: "rules", label: "Rules", href: audienceHref(audience) },
        { value: "overlap", label: "Overlap", href: audienceHref(audience, "overlap") },
      ]}
    />
  );
}
