import { type Purpose, type Recipient, recipients } from "@/lib/network/consent/purposes";
import { companyIndexes, countryIndexes, segmentIndexes } from "@/lib/network/population/lists";
import type { MemberChange } from "@/lib/network/reach/engine";
import { ageBands, companyKinds, devices, genders } from "@/lib/network/reach/expression";
import { agelessIndex, cellIndex } from "../cell-layout";
import { type Core, nobody } from "./core";
import type { Planes } from "./planes";
import { companyList } from "./question";

/** Questions read these two purposes only. */
const indexedPurposes: readonly Purpose[] = ["relevant_ads", "known_companies"];

/**
 * Applies one change at once. A change for somebody who is not here (any more) does nothing, and neither does one that
 * names a segment or company outside the lists. Throws RangeError for a cell that does not exist.
 */
export function applyChange(core: Core, planes: Planes, change: MemberChange): void {
  const { wasm } = core;
  switch (change.type) {
    case "consent":
      setConsent(core, change.member, change.purpose, change.recipient, change.given);
      return;
    case "signal":
      entered(change.segment, (list) =>
        wasm.addEntry(change.member, list, change.strength, change.day),
      );
      return;
    case "signal_removed":
      entered(change.segment, (list) => wasm.removeEntry(change.member, list));
      return;
    case "company":
      related(change.company, [change.kind], (list) =>
        wasm.addEntry(change.member, list, 0, change.day),
      );
      return;
    case "company_removed":
      related(change.company, companyKinds, (list) => wasm.removeEntry(change.member, list));
      return;
    case "moved":
      elsewhere(() => wasm.move(change.member, cellAfter(change)));
      return;
    case "left":
      elsewhere(() => wasm.leave(change.member));
      return;
  }

  function entered(segment: string, write: (list: number) => number): void {
    const list = segmentIndexes.get(segment);
    if (list !== undefined) noted(list, write(list));
  }

  function related(
    company: string,
    kinds: readonly (typeof companyKinds)[number][],
    write: (list: number) => number,
  ): void {
    const index = companyIndexes.get(company);
    if (index === undefined) return;
    for (const kind of kinds) {
      const list = companyList(index, kind);
      noted(list, write(list));
    }
  }

  function noted(list: number, block: number): void {
    if (block >>> 0 !== nobody) planes.forget(list, block >>> 0);
  }

  /** A member's lists are known only to the core, so both blocks are read afresh. */
  function elsewhere(write: () => number): void {
    const before = wasm.slotOf(change.member) >>> 0;
    const block = write() >>> 0;
    if (block === nobody) return;
    planes.forgetBlock(before >>> 16);
    planes.forgetBlock(block);
  }
}

function setConsent(
  { wasm }: Core,
  member: number,
  purpose: Purpose,
  recipient: Recipient,
  given: boolean,
): void {
  const index = indexedPurposes.indexOf(purpose);
  if (index < 0) return;
  const plane = index * recipients.length + recipients.indexOf(recipient);
  wasm.setConsent(member, plane, given ? 1 : 0);
}

function cellAfter(change: Extract<MemberChange, { readonly type: "moved" }>): number {
  const country = countryIndexes.get(change.country) ?? -1;
  const age = change.ageBand === null ? agelessIndex : ageBands.indexOf(change.ageBand);
  const gender = genders.indexOf(change.gender);
  const device = devices.indexOf(change.device);
  if (country < 0 || age < 0 || gender < 0 || device < 0) {
    throw new RangeError(`Member ${change.member} cannot move to a cell outside the lists.`);
  }
  return cellIndex(country, age, gender, device, change.onSocial);
}
