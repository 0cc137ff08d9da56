import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { AdAccounts } from "./ad-accounts";
import { clientInput, minorUnitsOf } from "./client-input";
import type { Passwords } from "./credential-store";
import type { Founding } from "./founding";
import { emailSchema, nameSchema, passwordSchema } from "./person";

const foundAgencyInput = z.object({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  agencyName: nameSchema,
  clientName: nameSchema,
  currency: clientInput.shape.currency,
  timeZone: clientInput.shape.timeZone,
});
export type FoundAgencyInput = z.input<typeof foundAgencyInput>;

interface Needs {
  readonly founding: Founding;
  readonly passwords: Pick<Passwords, "hash">;
  readonly adAccounts: Pick<AdAccounts, "open">;
  readonly newId: () => string;
}

const tooLate = () =>
  refuse("already_founded", "This server has an owner already. Sign in instead.");

/**
 * The first owner, their agency and its first client, all at once and only while nobody has an account. Of two people
 * who try at the same time, one is refused.
 */
export async function foundAgency(
  ctx: Needs,
  input: FoundAgencyInput,
): Promise<Result<{ readonly email: string }, Refusal>> {
  if (await ctx.founding.hasAnybody()) return tooLate();
  const parsed = foundAgencyInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "Some fields need another look.", fieldErrors(parsed.error));
  }
  const { name, email, password, agencyName, clientName, currency, timeZone } = parsed.data;
  const agencyId = ctx.newId();
  const account = {
    agencyId,
    name: clientName,
    currency,
    timeZone,
    minorUnits: minorUnitsOf(currency),
  };
  const passwordHash = await ctx.passwords.hash(password);
  const founded = await ctx.founding.found({
    agency: { id: agencyId, name: agencyName },
    owner: { id: ctx.newId(), name, email },
    passwordHash,
    client: {
      ...account,
      id: ctx.newId(),
      accountId: await ctx.adAccounts.open(account),
      companies: [],
    },
  });
  return founded ? ok({ email }) : tooLate();
}
