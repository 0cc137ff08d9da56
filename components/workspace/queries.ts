import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { ask } from "@/lib/ask";

const companies = z.array(z.object({ id: z.string(), name: z.string() }));

const workspaceKeys = {
  all: ["workspace"] as const,
  companies: (text: string) => [...workspaceKeys.all, "companies", text] as const,
};

/** Companies that the network knows, by a part of their name. */
export const companySearchQuery = (text: string) =>
  queryOptions({
    queryKey: workspaceKeys.companies(text),
    queryFn: ({ signal }) =>
      ask(`/api/companies/search?${new URLSearchParams({ q: text })}`, companies, { signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
