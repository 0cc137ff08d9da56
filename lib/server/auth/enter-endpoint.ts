import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";

/**
 * Signs somebody in without asking for a password: a demo person, the owner who was just created, or whoever set a
 * password by their one-time link. Only this server's own code can call it, never a request.
 */
export const enterEndpoint = () =>
  ({
    id: "enter",
    endpoints: {
      enter: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ personId: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.personId);
          if (!user) return { entered: false };
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return { entered: true };
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
