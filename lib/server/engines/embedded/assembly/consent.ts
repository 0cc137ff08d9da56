import { getBit, setBit } from "./bits";
import { B_ANY, B_CONSENT, PLANE } from "./layout";

const RECIPIENTS: u32 = 3;
const EVERY_RECIPIENT: u32 = 7;

/** Sums one member's six consents up in the two planes that most questions read; call after any of the six changed. */
export function settleConsent(block: usize, position: u32): void {
  const planes = block + B_CONSENT;
  let ads: u32 = 0;
  let both: u32 = 0;
  for (let recipient: u32 = 0; recipient < RECIPIENTS; recipient++) {
    const plane = planes + <usize>(recipient * PLANE);
    const yes = getBit(plane, position);
    ads |= yes;
    both |= yes & getBit(plane + <usize>(RECIPIENTS * PLANE), position);
  }
  setBit(block + B_ANY, position, ads != 0);
  setBit(block + B_ANY + <usize>PLANE, position, both != 0);
}

/** People whose consent covers the question, for at least one of the recipients, in every purpose it needs. */
export function consenting(recipients: u32, companies: bool, block: usize, into: usize): void {
  if (recipients == EVERY_RECIPIENT) {
    memory.copy(into, block + B_ANY + (companies ? <usize>PLANE : 0), PLANE);
    return;
  }
  const planes = block + B_CONSENT;
  for (let at: usize = 0; at < PLANE; at += 16) {
    let any = i64x2.splat(0);
    for (let recipient: u32 = 0; recipient < RECIPIENTS; recipient++) {
      if (((recipients >> recipient) & 1) == 0) continue;
      const plane = planes + <usize>(recipient * PLANE) + at;
      let yes = v128.load(plane);
      if (companies) yes = v128.and(yes, v128.load(plane + <usize>(RECIPIENTS * PLANE)));
      any = v128.or(any, yes);
    }
    v128.store(into + at, any);
  }
}
