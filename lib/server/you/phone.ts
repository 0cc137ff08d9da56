/** The digits of a number with its country code ("+" or "00" first); null when it is none. */
export function phoneDigits(written: string): string | null {
  const plain = written.replace(/[\s().\-/\u2010-\u2015]/g, "").replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain.slice(1) : null;
}
