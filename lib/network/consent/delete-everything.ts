import { ok, type Result } from "@/lib/result";
import { loadMember, type MyContext, type NoMember } from "./load-member";

/** Takes people out of the network for good. */
export interface MemberEraser {
  /**
   * Resolved: the member counts in no question and is delivered nothing, nothing about them can be read any more, their
   * identifiers match no list, and a restored backup does not bring them back. What days that closed reached loses them soon after.
   */
  erase(member: number, at: Date): Promise<void>;
  /** Resolved: the member works with that company no more, and no list that it uploads matches them. */
  forgetCompany(member: number, company: string, at: Date): Promise<void>;
  /** Resolved: lists that the company uploads from now on match the member again. Those that stood do not. */
  allowCompany(member: number, company: string, at: Date): Promise<void>;
}

/** The signed-in member leaves, with everything the network knows of them. It cannot be taken back. */
export async function deleteEverything(
  ctx: MyContext & { readonly eraser: MemberEraser },
): Promise<Result<null, NoMember>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  await ctx.eraser.erase(ctx.member, ctx.now());
  return ok(null);
}
