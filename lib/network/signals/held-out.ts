import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";

const cellOf = ({ number, gender, country, region, language, device, onSocial }: Member) =>
  ({ type: "moved", member: number, gender, country, region, language, device, onSocial }) as const;

/** Keeps somebody out of every audience and every delivery, as if their age were not known: what their signals say cannot be believed. */
export const heldOut = (member: Member): MemberChange => ({
  ...cellOf(member),
  ageBand: null,
  held: true,
});

/** Lets them in again as who they are. */
export const letIn = (member: Member): MemberChange => ({
  ...cellOf(member),
  ageBand: member.ageBand,
});
