import { type Expression, everyone } from "@/lib/network/reach/expression";
import { childrenOf, listAllowed } from "@/lib/network/segments/taxonomy";
import { drawn } from "./paper-engine";

/** Interests without narrower ones beneath them: what is not in the taxonomy would fall out of the question. */
const interests = listAllowed().filter(({ id }) => childrenOf(id).length === 0);

const rule = (name: string) => {
  const segment = interests[Math.floor(drawn(name) * interests.length)]?.id ?? "";
  return { segment, withinDays: 180, minStrength: 1 } as const;
};

const homes = ["IN", "BR", "US", "DE", "GB", "MX", "ID", "FR", "ES", "IT", "TR", "NL"];

type Edit = (before: Expression, name: string) => Expression;

/** Fifteen edits as a marketer makes them: places and interests first, then narrower, some taken back. */
const edits: readonly Edit[] = [
  (e, name) => ({ ...e, countries: [homes[Math.floor(drawn(name) * homes.length)] ?? "IN"] }),
  (e, name) => ({ ...e, groups: [[rule(`${name} a`)]] }),
  (e, name) => ({ ...e, groups: [[rule(`${name} a`), rule(`${name} b`)]] }),
  (e, name) => ({ ...e, groups: [[rule(`${name} a`), rule(`${name} b`), rule(`${name} c`)]] }),
  (e) => ({ ...e, ageBands: ["25-34", "35-44"] }),
  (e, name) => ({ ...e, groups: [...e.groups, [rule(`${name} must`), rule(`${name} or`)]] }),
  (e, name) => ({ ...e, never: [rule(`${name} never`)] }),
  (e) => ({ ...e, ageBands: ["25-34", "35-44", "45-54"] }),
  (e) => ({ ...e, groups: e.groups.slice(0, 1) }),
  (e) => ({ ...e, genders: ["female"] }),
  (e) => ({ ...e, genders: [] }),
  (e, name) => ({ ...e, countries: [...e.countries, drawn(`${name}2`) < 0.5 ? "IN" : "BR"] }),
  (e, name) => ({ ...e, groups: [[...(e.groups[0] ?? []), rule(`${name} d`)]] }),
  (e) => ({ ...e, devices: ["android"] }),
  (e) => ({ ...e, devices: [] }),
];

/** The audience after each of its edits. */
export function editedAudience(name: string): readonly Expression[] {
  const states: Expression[] = [];
  for (const edit of edits) states.push(edit(states.at(-1) ?? everyone, name));
  return states;
}

/** The chain of "what each choice keeps", in the panel's order. */
export function chainOf(audience: Expression): readonly Expression[] {
  const chain: Expression[] = [];
  const add = (choice: Partial<Expression>) => {
    const chosen = Object.values(choice).some((value) => Array.isArray(value) && value.length > 0);
    if (chosen) chain.push({ ...(chain.at(-1) ?? everyone), ...choice });
  };
  add({ countries: audience.countries });
  add({ ageBands: audience.ageBands });
  add({ genders: audience.genders });
  add({ devices: audience.devices });
  for (const index of audience.groups.keys()) add({ groups: audience.groups.slice(0, index + 1) });
  add({ never: audience.never });
  return chain;
}
