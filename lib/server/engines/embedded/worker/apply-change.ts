import { type Purpose, type Recipient, recipients } from "@/lib/network/consent/purposes";
import {
  countryIndexes,
  languageIndexes,
  noLanguage,
  noRegion,
  regionIndexes,
  regions,
  segmentIndexes,
  unlistedLanguage,
} from "@/lib/network/population/lists";
import type { MemberChange } from "@/lib/network/reach/engine";
import { ageBands, companyKinds, devices, genders } from "@/lib/network/reach/expression";
import { agelessIndex, cellIndex } from "../cell-layout";
import { type Core, nobody } from "./core";
import type { Planes } from "./planes";
import { companyList } from "./question";

/** Questions read these two purposes only. */
const indexedPurposes: readonly Purpose[] = ["relevant_ads", "known_companies"];

/** In a move: the region or language stays as it was (assembly/change.ts). */
const asBefore = 0xfffe;
const latestDay = 0xffff;
const highestMember = 2 ** 31 - 1;

/** How long changes are applied before questions get in between: a move takes a fraction of a millisecond. */
const sliceMs = 4;

/**
 * Applies changes in order, in slices. One that cannot be held is passed over, and the first of those is thrown at the end.
 */
export function* applyChanges(
  core: Core,
  planes: Planes,
  changes: readonly MemberChange[],
): Generator<void, void> {
  let refused: RangeError | null = null;
  let started = performance.now();
  for (const change of changes) {
    if (performance.now() - started > sliceMs) {
      yield;
      started = performance.now();
    }
    try {
      applyChange(core, planes, change);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refused ??= error;
    }
  }
  if (refused) throw refused;
}

/**
 * Applies one change at once. A change for somebody who is not here (any more) does nothing, and neither does a signal on a
 * segment outside the lists. Throws RangeError, and changes nothing, for a cell, region, language or number that cannot be.
 */
function applyChange(core: Core, planes: Planes, change: MemberChange): void {
  const place = core.placeOf(change.member);
  if (place === null) return;
  switch (change.type) {
    case "consent":
      setConsent(core, place, change.purpose, change.recipient, change.given);
      return;
    case "signal":
    case "signal_removed":
      setSignal(core, planes, place, change);
      return;
    case "signals_cleared":
      clearSignals(core, planes, place);
      return;
    case "company":
    case "company_removed":
      setCompany(core, planes, place, change);
      return;
    case "moved":
    case "left":
      goElsewhere(core, planes, place, change);
      return;
    case "joined":
      join(core, place, change);
      return;
    case "active":
      core.wasm.setActive(place, dayOf(change.day));
      return;
  }
}

type Change<T extends MemberChange["type"]> = Extract<MemberChange, { readonly type: T }>;

function setSignal(
  { wasm }: Core,
  planes: Planes,
  place: number,
  change: Change<"signal" | "signal_removed">,
): void {
  const list = segmentIndexes.get(change.segment);
  if (list === undefined) return;
  const block =
    change.type === "signal"
      ? wasm.addEntry(place, list, change.strength, change.day)
      : wasm.removeEntry(place, list);
  forget(planes, list, block);
}

/** A member's lists are known only by looking: a search in each, most of them short. */
function clearSignals({ wasm }: Core, planes: Planes, place: number): void {
  if (wasm.slotOf(place) >>> 0 === nobody) return;
  for (const list of segmentIndexes.values()) forget(planes, list, wasm.removeEntry(place, list));
}

function setCompany(
  { wasm, companies }: Core,
  planes: Planes,
  place: number,
  change: Change<"company" | "company_removed">,
): void {
  if (wasm.slotOf(place) >>> 0 === nobody) return;
  if (change.type === "company") {
    const list = companyList(companies.place(change.company), change.kind);
    forget(planes, list, wasm.addEntry(place, list, 0, change.day));
    return;
  }
  const company = companies.find(change.company);
  if (company === undefined) return;
  for (const kind of companyKinds) {
    const list = companyList(company, kind);
    forget(planes, list, wasm.removeEntry(place, list));
  }
}

function forget(planes: Planes, list: number, block: number): void {
  if (block >>> 0 !== nobody) planes.forget(list, block >>> 0);
}

/** A member's lists are known only to the core, so both blocks are read afresh. */
function goElsewhere(
  { wasm }: Core,
  planes: Planes,
  place: number,
  change: Change<"moved" | "left">,
): void {
  const before = wasm.slotOf(place) >>> 0;
  const block = (change.type === "left" ? wasm.leave(place) : move(wasm, place, change)) >>> 0;
  if (block === nobody) return;
  planes.forgetBlock(before >>> 16);
  planes.forgetBlock(block);
}

function move(wasm: Core["wasm"], place: number, change: Change<"moved">): number {
  const { country, region, language } = change;
  const to = region === undefined ? asBefore : regionIn(country, region);
  const speaks = language === undefined ? asBefore : languageIndex(language);
  return wasm.move(place, cellOf(change), to, speaks);
}

function join({ wasm }: Core, place: number, change: Change<"joined">): void {
  if (!Number.isInteger(change.member) || change.member > highestMember) {
    throw new RangeError(`A member cannot have the number ${change.member}.`);
  }
  const region = regionIn(change.country, change.region);
  const language = languageIndex(change.language);
  wasm.join(place, cellOf(change), region, language, dayOf(change.day));
}

function setConsent(
  { wasm }: Core,
  place: number,
  purpose: Purpose,
  recipient: Recipient,
  given: boolean,
): void {
  const index = indexedPurposes.indexOf(purpose);
  if (index < 0) return;
  const plane = index * recipients.length + recipients.indexOf(recipient);
  wasm.setConsent(place, plane, given ? 1 : 0);
}

/** Last active days are kept as 16 bits, which suffices until 2149. */
const dayOf = (day: number): number => Math.min(Math.max(day, 0), latestDay);

function cellOf(person: Change<"moved" | "joined">): number {
  const country = countryIndexes.get(person.country) ?? -1;
  const age = person.ageBand === null ? agelessIndex : ageBands.indexOf(person.ageBand);
  const gender = genders.indexOf(person.gender);
  const device = devices.indexOf(person.device);
  if (country < 0 || age < 0 || gender < 0 || device < 0) {
    throw new RangeError(`Member ${person.member} cannot move to a cell outside the lists.`);
  }
  return cellIndex(country, age, gender, device, person.onSocial);
}

function regionIn(country: string, code: string | null): number {
  if (code === null) return noRegion;
  const index = regionIndexes.get(code);
  if (index === undefined || regions[index]?.country !== country) {
    throw new RangeError(`"${code}" is no region of ${country}.`);
  }
  return index;
}

function languageIndex(code: string): number {
  if (code === unlistedLanguage) return noLanguage;
  const index = languageIndexes.get(code);
  if (index === undefined) throw new RangeError(`"${code}" stands in no list of languages.`);
  return index;
}
