import type { Role } from "@/lib/workspace/actor";

export const demoAgency = { id: "demo", name: "Harbour & Pine" } as const;

/** Who works at the demo agency. Sign-in offers all but the owner, without a password. */
export const demoPeople = [
  { id: "demo-owner", name: "Olu Adeyemi", email: "owner@harbourandpine.example", role: "owner" },
  {
    id: "demo-marketer",
    name: "Mira Lindqvist",
    email: "marketer@harbourandpine.example",
    role: "marketer",
  },
  {
    id: "demo-account-manager",
    name: "Anil Deshpande",
    email: "accounts@harbourandpine.example",
    role: "account_manager",
  },
  {
    id: "demo-viewer",
    name: "Vera Castillo",
    email: "viewer@harbourandpine.example",
    role: "viewer",
  },
] as const satisfies readonly { id: string; name: string; email: string; role: Role }[];
