import { countries } from "@/lib/network/population/lists";
import { ageBands } from "@/lib/network/reach/expression";
import {
  agelessIndex,
  cellCount,
  cellIndex,
  cellsPerCountry,
} from "@/lib/server/engines/embedded/cell-layout";
import type { People } from "../people";

/** Each person's place in the order of cells (country, age, gender, device, social), those without an age last. */
export function sortByCell(people: People): {
  readonly place: Uint32Array;
  /** Where each country begins, and after the last one the end. */
  readonly countryStarts: Uint32Array;
} {
  const cells = cellsOf(people);
  const sizes = new Uint32Array(cellCount * 2);
  for (const cell of cells) sizes[keyOf(cell)] = (sizes[keyOf(cell)] ?? 0) + 1;
  let sum = 0;
  const countryStarts = new Uint32Array(countries.length + 1);
  for (let key = 0; key < sizes.length; key += 1) {
    if (key % cellsPerCountry === 0 && key / cellsPerCountry < countryStarts.length) {
      countryStarts[key / cellsPerCountry] = sum;
    }
    const size = sizes[key] ?? 0;
    sizes[key] = sum;
    sum += size;
  }
  const place = new Uint32Array(people.count);
  for (let i = 0; i < people.count; i += 1) {
    const key = keyOf(cells[i] ?? 0);
    place[i] = sizes[key] ?? 0;
    sizes[key] = (sizes[key] ?? 0) + 1;
  }
  return { place, countryStarts };
}

function cellsOf(people: People): Uint16Array {
  return Uint16Array.from({ length: people.count }, (_, i) => {
    const age = people.ageBand[i] ?? 255;
    return cellIndex(
      people.country[i] ?? 0,
      age < ageBands.length ? age : agelessIndex,
      people.gender[i] ?? 0,
      people.device[i] ?? 0,
      people.onSocial[i] === 1,
    );
  });
}

const cellsPerAge = cellsPerCountry / (agelessIndex + 1);

/** Cells without an age come after all others. */
const keyOf = (cell: number) =>
  Math.floor(cell / cellsPerAge) % (agelessIndex + 1) === agelessIndex ? cell + cellCount : cell;
