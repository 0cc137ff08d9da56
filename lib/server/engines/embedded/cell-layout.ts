import { countries } from "@/lib/network/population/lists";
import { ageBands, devices, genders } from "@/lib/network/reach/expression";

/** Demographic cells are numbered ((country * ages + age) * genders + gender) * devices + device) * 2 + social, ages ending with "none". */
export const agesPerCell = ageBands.length + 1;
export const agelessIndex = ageBands.length;
export const cellsPerCountry = agesPerCell * genders.length * devices.length * 2;
export const cellCount = countries.length * cellsPerCountry;

export function cellIndex(
  country: number,
  age: number,
  gender: number,
  device: number,
  onSocial: boolean,
): number {
  const person = (age * genders.length + gender) * devices.length + device;
  return country * cellsPerCountry + person * 2 + (onSocial ? 1 : 0);
}
