"use server";

import { revalidatePath } from "next/cache";
import { ok, type Refusal, type Result } from "@/lib/result";
import { getEnv } from "@/lib/server/env";
import { requestContext } from "@/lib/server/request-context";
import { type AddPersonInput, addPerson } from "@/lib/workspace/add-person";
import { authorise } from "@/lib/workspace/authorise";
import type { ClientInput } from "@/lib/workspace/client-input";
import { createClient } from "@/lib/workspace/create-client";
import { type MakeAdTokenInput, makeAdToken } from "@/lib/workspace/make-ad-token";
import { makeResetLink } from "@/lib/workspace/make-reset-link";
import { type RemoveGrantInput, removeGrant } from "@/lib/workspace/remove-grant";
import { revokeAdToken } from "@/lib/workspace/revoke-ad-token";
import { type SaveCompaniesInput, saveCompanies } from "@/lib/workspace/save-companies";
import { type SaveGrantInput, saveGrant } from "@/lib/workspace/save-grant";

type Answer<T> = Promise<Result<T, Refusal>>;

/** The address that a one-time link is handed over as. */
const linkOf = (token: string) => `${getEnv().url}/reset/${token}`;

const refresh = () => revalidatePath("/", "layout");

export async function addPersonAction(
  input: AddPersonInput,
): Answer<{ readonly link: string | null }> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "people", input.clientId);
  if (!allowed.ok) return allowed;
  const added = await addPerson(ctx, input);
  if (!added.ok) return added;
  refresh();
  return ok({ link: added.value.link && linkOf(added.value.link.token) });
}

export async function saveGrantAction(input: SaveGrantInput): Answer<null> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "people", input.clientId);
  if (!allowed.ok) return allowed;
  const saved = await saveGrant(ctx, input);
  if (saved.ok) refresh();
  return saved;
}

export async function removeGrantAction(input: RemoveGrantInput): Answer<null> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "people", input.clientId);
  if (!allowed.ok) return allowed;
  const removed = await removeGrant(ctx, input);
  if (removed.ok) refresh();
  return removed;
}

export async function makeResetLinkAction(input: {
  readonly personId: string;
}): Answer<{ readonly link: string }> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "people", null);
  if (!allowed.ok) return allowed;
  const made = await makeResetLink(ctx, input);
  return made.ok ? ok({ link: linkOf(made.value.token) }) : made;
}

export async function createClientAction(input: ClientInput): Answer<{ readonly id: string }> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "people", null);
  if (!allowed.ok) return allowed;
  const created = await createClient(ctx, input);
  if (!created.ok) return created;
  refresh();
  return ok({ id: created.value.id });
}

export async function saveCompaniesAction(input: SaveCompaniesInput): Answer<null> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "people", input.clientId);
  if (!allowed.ok) return allowed;
  const saved = await saveCompanies(ctx, input);
  if (!saved.ok) return saved;
  refresh();
  return ok(null);
}

export async function makeAdTokenAction(
  input: MakeAdTokenInput,
): Answer<{ readonly token: string }> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "tokens", input.clientId);
  if (!allowed.ok) return allowed;
  const made = await makeAdToken(ctx, input);
  if (made.ok) refresh();
  return made;
}

export async function revokeAdTokenAction(input: { readonly tokenId: string }): Answer<null> {
  const ctx = await requestContext();
  const allowed = await authorise(ctx, "tokens", null);
  if (!allowed.ok) return allowed;
  const revoked = await revokeAdToken(ctx, input);
  if (revoked.ok) refresh();
  return revoked;
}
