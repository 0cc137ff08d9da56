import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { clientParam } from "@/components/shell/search-params";

const settingsTabs = ["account", "people", "clients", "tokens"] as const;
export type SettingsTab = (typeof settingsTabs)[number];

export const loadSettingsParams = createLoader({
  ...clientParam,
  tab: parseAsStringLiteral(settingsTabs).withDefault("account"),
});
