import type { ListChoice } from "@/lib/companies/customer-list/list-reader";

export interface ToWorker {
  readonly id: number;
  readonly ask:
    | { readonly kind: "open"; readonly file: Blob }
    | { readonly kind: "head" }
    | { readonly kind: "prepare"; readonly choice: ListChoice }
    | { readonly kind: "rows"; readonly from: number; readonly to: number };
}

export type FromWorker =
  | { readonly id: number; readonly kind: "answer"; readonly value: unknown }
  | { readonly id: number; readonly kind: "refusal"; readonly message: string }
  | {
      readonly id: number;
      readonly kind: "progress";
      readonly done: number;
      readonly total: number;
    };
