import type { Words } from "./messages/en";

const isKnown = (refusals: Words["refusals"], code: string): code is keyof Words["refusals"] =>
  Object.hasOwn(refusals, code);

/** Why something was not done, in the member's language; for what has no sentence, that it was not. */
export const sayRefusal = ({ refusals, failed }: Words, code: string): string =>
  isKnown(refusals, code) ? refusals[code] : failed;
