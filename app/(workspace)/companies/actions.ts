"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod/mini";
import { createCustomerList, createListInput } from "@/lib/companies/create-customer-list";
import { deleteCustomerList, deleteListInput } from "@/lib/companies/delete-customer-list";
import { fieldErrors } from "@/lib/field-errors";
import { type Result, refuse } from "@/lib/result";
import { authorise } from "@/lib/server/authorise";

/** Makes an empty list, which the browser then fills call by call. */
export async function createList(
  input: z.input<typeof createListInput>,
): Promise<Result<{ id: string }>> {
  const parsed = createListInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "This list cannot be made.", fieldErrors(parsed.error));
  }
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  return createCustomerList(ctx.value, parsed.data);
}

export async function deleteList(input: z.input<typeof deleteListInput>): Promise<Result<true>> {
  const parsed = deleteListInput.safeParse(input);
  if (!parsed.success) return refuse("unreadable", "This cannot be read.");
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const gone = await deleteCustomerList(ctx.value, parsed.data);
  revalidatePath("/companies");
  return gone;
}
