import type { ClientCompany } from "@/lib/workspace/actor";

/** A client's own companies, then those it may use. */
export const ownedFirst = (companies: readonly ClientCompany[]): readonly ClientCompany[] => [
  ...companies.filter(({ relation }) => relation === "owns"),
  ...companies.filter(({ relation }) => relation !== "owns"),
];
