import { z } from "zod/mini";
import type { Result } from "@/lib/result";
import type { Audience } from "./audience";
import type { AudienceCtx } from "./ctx";
import { canonicalText } from "./effective-rules";
import { rules } from "./rules";
import { type ChangedMeanwhile, changedMeanwhile } from "./write-refusals";

export const writtenAudience = z.object({
  audienceId: z.string(),
  /** The version the writer read. */
  version: z.int(),
  name: z.string().check(z.trim(), z.maxLength(120, "Use at most 120 characters.")),
  rules,
});

/**
 * Writes name, rules and state over the version that was read. The same write sent again, after its answer was
 * lost on the way, answers what it wrote the first time; anything else newer is a conflict and stays as it is.
 */
export async function writeAudience(
  ctx: AudienceCtx,
  current: Audience,
  written: Pick<Audience, "version" | "name" | "rules" | "state">,
): Promise<Result<Audience, ChangedMeanwhile>> {
  const { version, name, state } = written;
  const isRepeat =
    current.version === version + 1 &&
    current.updatedBy === ctx.actor.name &&
    saysTheSame(current, written);
  if (isRepeat || (current.version === version && saysTheSame(current, written))) {
    return { ok: true, value: current };
  }
  const saved = await ctx.audiences.save({
    ...current,
    version,
    name,
    rules: written.rules,
    state,
    updatedAt: ctx.now(),
    updatedBy: ctx.actor.name,
  });
  if (saved.ok) return saved;
  const theirs = await ctx.audiences.get(ctx.actor.agencyId, current.id);
  return changedMeanwhile(theirs ?? current);
}

const saysTheSame = (a: Audience, b: Pick<Audience, "name" | "rules" | "state">): boolean =>
  a.name === b.name && a.state === b.state && canonicalText(a.rules) === canonicalText(b.rules);
