import { refuse } from "@/lib/result";
import type { Actor } from "./actor";

/** Says who can help. */
export const notAllowed = (actor: Actor) =>
  refuse(
    "forbidden",
    `Your role does not allow this. An owner of ${actor.agencyName} can grant it.`,
  );

export const noSuchPerson = () =>
  refuse("not_found", "There is no such person at your agency. They may have been removed.");

export type Forbidden = ReturnType<typeof notAllowed>["error"];
