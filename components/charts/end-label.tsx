import type { ReactElement } from "react";

interface Place {
  readonly index?: number;
  readonly x?: number | string;
  readonly y?: number | string;
}

interface Shift {
  /** Pixels down: moves the words off another line's. */
  readonly down?: number;
  /** The line ends inside the drawing: the words stand below it, out of the way of what goes on. */
  readonly inside?: boolean;
}

/** Words at the end of a line, instead of a legend; nothing at its other points. */
export const endLabel =
  (end: number, words: string, fill: string, { down = 0, inside = false }: Shift = {}) =>
  ({ index, x, y }: Place): ReactElement => {
    if (index !== end) return <g />;
    return (
      <text
        x={Number(x) + (inside ? 0 : 6)}
        y={Number(y) + (inside ? 22 : 4) + down}
        textAnchor={inside ? "middle" : "start"}
        fill={fill}
        fontSize={12}
        fontWeight={500}
      >
        {words}
      </text>
    );
  };
