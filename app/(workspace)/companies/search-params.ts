import { createLoader } from "nuqs/server";
import { clientParam } from "@/components/shell/search-params";

export const loadCompanyParams = createLoader(clientParam);
