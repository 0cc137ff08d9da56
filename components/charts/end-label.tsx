import type { ReactElement } from "react";

interface Place {
  readonly index?: number;
  readonly x?: number | string;
  readonly y?: number | string;
}

/** Words at the end of a line, instead of a legend; nothing at its other points. `down` moves them off another line's. */
export const endLabel =
  (end: number, words: string, fill: string, down = 0) =>
  ({ index, x, y }: Place): ReactElement => {
    if (index !== end) return <g />;
    return (
      <text x={Number(x) + 6} y={Number(y) + 4 + down} fill={fill} fontSize={12}>
        {words}
      </text>
    );
  };
