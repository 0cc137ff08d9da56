import { mayCount } from "@/lib/network/consent/may-use";
import type { CompanyRelation, Member, Signal } from "@/lib/network/population/member";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import {
  asksAboutCompanies,
  type CompanyRule,
  type Expression,
  listRule,
  type SegmentRule,
} from "./expression";

/**
 * Whether a member belongs to an audience on a day (days since 1970-01-01, UTC). The definition of truth that engines are
 * tested against: written to be read, never to be fast.
 */
export function matches(expression: Expression, member: Member, today: number): boolean {
  return (
    mayCount(member, expression.recipients, asksAboutCompanies(expression)) &&
    hasDemographics(expression, member) &&
    isActive(expression, member, today) &&
    hasInterests(expression, member, today) &&
    hasRelations(expression, member, today)
  );
}

function hasDemographics(expression: Expression, member: Member): boolean {
  const somewhere = expression.countries.length > 0 || expression.regions.length > 0;
  const here =
    expression.countries.includes(member.country) ||
    (member.region !== null && expression.regions.includes(member.region));
  return (
    (!somewhere || here) &&
    (member.ageBand === null || isOpenOrHas(expression.ageBands, member.ageBand)) &&
    isOpenOrHas(expression.genders, member.gender) &&
    isOpenOrHas(expression.languages, member.language) &&
    isOpenOrHas(expression.devices, member.device) &&
    (expression.onSocial === null || expression.onSocial === member.onSocial)
  );
}

const isActive = ({ activeWithinDays }: Expression, member: Member, today: number): boolean =>
  activeWithinDays === null || today - member.lastActiveDay <= activeWithinDays;

function hasInterests(expression: Expression, member: Member, today: number): boolean {
  const holds = (rule: SegmentRule) =>
    member.signals.some((signal) => satisfies(signal, rule, today));
  return (
    expression.groups.every((group) => group.length === 0 || group.some(holds)) &&
    !expression.never.some(holds)
  );
}

function hasRelations(expression: Expression, member: Member, today: number): boolean {
  const holds = (rule: CompanyRule) =>
    member.companies.some((relation) => isRelated(relation, rule, today));
  return (
    (expression.with.length === 0 || expression.with.some(holds)) &&
    (expression.onLists.length === 0 || expression.onLists.map(listRule).some(holds)) &&
    !expression.newTo.some(holds)
  );
}

/** Whether a signal is what a rule asks for, on a day. */
export const satisfies = (signal: Signal, rule: SegmentRule, today: number): boolean =>
  coveredBy(rule.segment).has(signal.segment) &&
  signal.strength >= rule.minStrength &&
  today - signal.day <= rule.withinDays;

/** Whether a relation is what a rule asks for, on a day. */
export const isRelated = (relation: CompanyRelation, rule: CompanyRule, today: number): boolean =>
  relation.company === rule.company &&
  (rule.kind === null || relation.kind === rule.kind) &&
  (rule.withinDays === null || today - relation.day <= rule.withinDays);

const isOpenOrHas = <T>(list: readonly T[], value: T): boolean =>
  list.length === 0 || list.includes(value);
