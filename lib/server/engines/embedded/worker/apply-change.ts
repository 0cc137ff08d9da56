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

/** Applies changes in order. One that cannot be held is passed over, and the first of those is thrown at the end. */
export function applyChanges(core: Core, planes: Planes, changes: readonly MemberChange[]): void {
  let refused: RangeError | null = null;
  for (const change of changes) {
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
  const { wasm } = core;
  const place = core.placeOf(change.member);
  if (place === null) return;
  switch (change.type) {
    case "consent":
      setConsent(core, place, change.purpose, change.recipient, change.given);
      return;
    case "signal":
      entered(change.segment, (list) => wasm.addEntry(place, list, change.strength, change.day));
      return;
    case "signal_removed":
      entered(change.segment, (list) => wasm.removeEntry(place, list));
      return;
    case "signals_cleared":
      // A member's lists are known only by looking: a search in each, most of them short.
      if (wasm.slotOf(place) >>> 0 === nobody) return;
      for (const list of segmentIndexes.values()) noted(list, wasm.removeEntry(place, list));
      return;
    case "company": {
      if (wasm.slotOf(place) >>> 0 === nobody) return;
      const list = companyList(core.companies.place(change.company), change.kind);
      noted(list, wasm.addEntry(place, list, 0, change.day));
      return;
    }
    case "company_removed": {
      const company = core.companies.find(change.company);
      if (company === undefined) return;
      for (const kind of companyKinds) {
        const list = companyList(company, kind);
        noted(list, wasm.removeEntry(place, list));
      }
      return;
    }
    case "moved": {
      const { region, language } = change;
      const cell = cellOf(change);
      const to = region === undefined ? asBefore : regionIn(change.country, region);
      const speaks = language === undefined ? asBefore : languageIndex(language);
      elsewhere(place, () => wasm.move(place, cell, to, speaks));
      return;
    }
    case "left":
      elsewhere(place, () => wasm.leave(place));
      return;
    case "joined":
      if (!Number.isInteger(change.member) || change.member > highestMember) {
        throw new RangeError(`A member cannot have the number ${change.member}.`);
      }
      wasm.join(
        place,
        cellOf(change),
        regionIn(change.country, change.region),
        languageIndex(change.language),
        dayOf(change.day),
      );
      return;
    case "active":
      wasm.setActive(place, dayOf(change.day));
      return;
  }

  function entered(segment: string, write: (list: number) => number): void {
    const list = segmentIndexes.get(segment);
    if (list !== undefined) noted(list, write(list));
  }

  function noted(list: number, block: number): void {
    if (block >>> 0 !== nobody) planes.forget(list, block >>> 0);
  }

  /** A member's lists are known only to the core, so both blocks are read afresh. */
  function elsewhere(from: number, write: () => number): void {
    const before = wasm.slotOf(from) >>> 0;
    const block = write() >>> 0;
    if (block === nobody) return;
    planes.forgetBlock(before >>> 16);
    planes.forgetBlock(block);
  }
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

type Person = Extract<MemberChange, { readonly type: "moved" | "joined" }>;

function cellOf(person: Person): number {
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
