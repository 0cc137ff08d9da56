import { countries } from "@/lib/network/population/lists";
import { ageBands, type Dimension, devices, genders } from "@/lib/network/reach/expression";
import type { Panel } from "../panel";
import type { People } from "../people";
import { consents, type Plan, type PlannedRule, planOf } from "./ask-plan";
import { loadPackage } from "./packages";
import type { OpenPeer } from "./peer";
import { type Bitmap, type Bitmaps, ruleBitmaps } from "./roaring-rules";
import { sortByCell } from "./sort-by-cell";

/** CRoaring through the `roaring` package, people numbered in the order of their cells as in the embedded engine. */
export const openRoaring: OpenPeer = async (_, gather) => {
  const { RoaringBitmap32 } = loadPackage<{ RoaringBitmap32: Bitmaps }>("roaring");
  const people = gather();
  const { place, countryStarts } = sortByCell(people);
  const where = attributeBitmaps(RoaringBitmap32, people, place);
  const rules = ruleBitmaps(RoaringBitmap32, people, place);
  const all = [...Object.values(where).flat(), ...rules.everything];

  const anyOf = (list: readonly Bitmap[], asked: readonly number[]) =>
    RoaringBitmap32.orMany(asked.flatMap((index) => list[index] ?? []));
  const groupOf = (group: readonly PlannedRule[]) => {
    const bitmaps = group.flatMap((rule) => rules.bitmapsOf(rule));
    return bitmaps.length === 1 && bitmaps[0] ? bitmaps[0] : RoaringBitmap32.orMany(bitmaps);
  };

  function whereFilters(plan: Plan): Bitmap[] {
    const { countries: named, regions, ages, genders: asked, devices: phones } = plan;
    const places = [
      ...named.map((i) => RoaringBitmap32.fromRange(countryStarts[i], countryStarts[i + 1])),
      ...regions.flatMap((index) => where.region[index] ?? []),
    ];
    const consenting = where.consent[plan.asksAboutCompanies ? 1 : 0];
    return [
      ...(consenting ? [consenting] : []),
      ...(places.length > 0 ? [RoaringBitmap32.orMany(places)] : []),
      ...(ages.length > 0 ? [anyOf(where.age, ages)] : []),
      ...(asked.length > 0 ? [anyOf(where.gender, asked)] : []),
      ...(phones.length > 0 ? [anyOf(where.device, phones)] : []),
    ];
  }

  return {
    name: "roaring",
    bytes: all.reduce((sum, bitmap) => sum + bitmap.getSerializationSizeInBytes("portable"), 0),
    async answer(question) {
      const plan = planOf(question);
      const filters = [...whereFilters(plan), ...plan.groups.map(groupOf)];
      // The smallest first: what is left gets small early.
      const [first, second, ...others] = filters.sort((a, b) => a.size - b.size);
      if (!first) throw new Error("Consent is always asked.");
      const left = second ? RoaringBitmap32.and(first, second) : first.clone();
      for (const other of others) left.andInPlace(other);
      for (const rule of plan.never) {
        for (const bitmap of rules.bitmapsOf(rule)) left.andNotInPlace(bitmap);
      }
      return panelOf(left);
    },
    async close() {},
  };

  function panelOf(left: Bitmap): Panel {
    const counted = (values: readonly string[], list: readonly Bitmap[]) =>
      named(values, (i) => (list[i] ? left.andCardinality(list[i]) : 0));
    const by: Record<Dimension, Readonly<Record<string, number>>> = {
      country: named(
        countries.map(({ code }) => code),
        (i) => left.rangeCardinality(countryStarts[i], countryStarts[i + 1]),
      ),
      age: counted(ageBands, where.age),
      gender: counted(genders, where.gender),
      device: counted(devices, where.device),
      social: counted(["no", "yes"], where.social),
    };
    return { count: left.size, by };
  }
};

function named(values: readonly string[], count: (index: number) => number) {
  return Object.fromEntries(
    values.map((value, i) => [value, count(i)] as const).filter(([, people]) => people > 0),
  );
}

function attributeBitmaps(bitmaps: Bitmaps, people: People, place: Uint32Array) {
  const grouped = (count: number, of: (person: number) => number) => {
    const sizes = new Uint32Array(count);
    for (let i = 0; i < people.count; i += 1) {
      const value = of(i);
      if (value < count) sizes[value] = (sizes[value] ?? 0) + 1;
    }
    const lists = Array.from(sizes, (size) => new Uint32Array(size));
    sizes.fill(0);
    for (let i = 0; i < people.count; i += 1) {
      const list = lists[of(i)];
      const at = sizes[of(i)] ?? 0;
      if (!list) continue;
      list[at] = place[i] ?? 0;
      sizes[of(i)] = at + 1;
    }
    return lists.map((list) => {
      const bitmap = bitmaps.from(list.sort());
      bitmap.runOptimize();
      return bitmap;
    });
  };
  const at = (column: Uint8Array | Uint16Array) => (i: number) => column[i] ?? 0;
  const grown = (i: number) => (people.ageBand[i] ?? 255) < ageBands.length;
  const allowed = (both: boolean) => (i: number) => {
    const consent = people.consent[i] ?? 0;
    return grown(i) && consents(consent, both) ? 0 : 1;
  };
  const highestRegion = 65_535;
  return {
    age: grouped(ageBands.length, at(people.ageBand)),
    gender: grouped(genders.length, at(people.gender)),
    device: grouped(devices.length, at(people.device)),
    social: grouped(2, at(people.onSocial)),
    region: grouped(highestRegion, at(people.region)),
    consent: [...grouped(1, allowed(false)), ...grouped(1, allowed(true))],
  };
}
