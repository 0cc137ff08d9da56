import { droppedParts, lineRefusals } from "@/lib/network/population/import/line-outcomes";
import type { ImportState } from "./import-store";
import { spanOf } from "./progress";

const number = new Intl.NumberFormat("en");

/** What an import did, in lines for the screen. `network` is how many members there are now. */
export function summarize(
  state: ImportState,
  run: { readonly lines: number; readonly seconds: number; readonly network: number },
  report: string,
): readonly string[] {
  const rate = number.format(Math.round(run.lines / Math.max(run.seconds, 0.001)));
  const counted = (sentences: Readonly<Record<string, string>>) =>
    Object.entries(sentences).flatMap(([reason, said]) => {
      const count = state.reasons[reason] ?? 0;
      return count > 0 ? [`  ${number.format(count)} ${reason}: ${said}`] : [];
    });
  const refusals = counted(lineRefusals);
  const drops = counted(droppedParts);
  return [
    `${number.format(state.lines)} lines read, ${number.format(run.lines)} of them now in ${spanOf(run.seconds)} (${rate} lines/s).`,
    `${number.format(state.members)} members imported; the network has ${number.format(run.network)}.`,
    ...(refusals.length > 0 ? ["Lines refused:", ...refusals] : []),
    ...(drops.length > 0 ? ["Left out of members who were kept:", ...drops] : []),
    ...(refusals.length + drops.length > 0 ? [`Each one is named in ${report}.`] : []),
  ];
}
