import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generateMembers } from "@/lib/network/population/generate-members";
import { countries, languages, segmentIds } from "@/lib/network/population/lists";
import { membersOf } from "@/lib/network/population/member-at";
import type { MemberChange } from "@/lib/network/reach/engine";
import { inOrder } from "@/lib/network/reach/engine-contract-parts";
import {
  ageBands,
  companyKinds,
  devices,
  dimensions,
  type Expression,
  everyone,
  genders,
} from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { crossTab, sumShards } from "./cross-tab";
import { eagerPlanes } from "./testing";
import { countCells } from "./worker/answers";
import { applyChanges } from "./worker/apply-change";
import { type Core, openCore } from "./worker/core";
import { loadMembers } from "./worker/load-members";
import { keepPlanes, type Planes } from "./worker/planes";
import { keepTidy } from "./worker/tidy";

const today = 20_500;
const members = 12_000;

/** Numbers from a seed (a linear congruential generator: Numerical Recipes), so that a failure can be looked at again. */
function dice(seed: number) {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const of = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new RangeError("Nothing to choose from.");
    return found;
  };
  return { below, of };
}

const random = dice(7);
const present = Array.from({ length: members }, (_, number) => number);
let next = members;

/** Where people live moves with the years: first anywhere, then in three countries only, then anywhere again. */
let places = countries.map(({ code }) => code);
const person = () => ({
  ageBand: random.of([...ageBands, null]),
  gender: random.of(genders),
  country: random.of(places),
  device: random.of(devices),
  onSocial: random.below(2) === 0,
});

function somebodyJoins(): MemberChange {
  const member = next;
  next += 1;
  present.push(member);
  const language = random.of(languages).code;
  return { type: "joined", member, ...person(), region: null, language, day: today };
}

function somebodyLeaves(): MemberChange {
  const at = random.below(present.length);
  const member = present[at] ?? 0;
  present[at] = present.at(-1) ?? 0;
  present.pop();
  return { type: "left", member };
}

function something(): MemberChange {
  const member = random.of(present);
  const day = today - random.below(170);
  switch (random.below(10)) {
    case 0:
      return somebodyJoins();
    case 1:
      return somebodyLeaves();
    case 2:
    case 3:
      return { type: "moved", member, ...person() };
    case 4:
      return {
        type: "company",
        member,
        company: `shop ${random.below(3_000)}`,
        kind: random.of(companyKinds),
        day,
      };
    case 5:
      return { type: "company_removed", member, company: `shop ${random.below(3_000)}` };
    case 6:
      return {
        type: "consent",
        member,
        purpose: "relevant_ads",
        recipient: "messenger",
        given: random.below(4) > 0,
      };
    case 7:
      return { type: "signal_removed", member, segment: random.of(segmentIds) };
    default:
      return { type: "signal", member, segment: random.of(segmentIds), strength: 2, day };
  }
}

function openCoreOf(seed: number): Core {
  const range = { shard: 0, shards: 1, first: 0, count: members, members };
  const core = openCore(new WebAssembly.Module(readFileSync("build/reach-engine.wasm")), range);
  const load = loadMembers(core, range, [], today);
  const batch = generateMembers({ seed, first: 0, count: members, today });
  load.add({ ...batch, companyStart: new Uint32Array(members + 1) });
  load.finish();
  return core;
}

const questions: readonly Expression[] = [
  everyone,
  { ...everyone, countries: ["IN", "BR"], activeWithinDays: 30 },
  ...segmentIds.slice(0, 12).map((segment) => ({
    ...everyone,
    groups: [[{ segment, withinDays: 90, minStrength: 2 } as const]],
  })),
  { ...everyone, with: [{ company: "shop 7", kind: null, withinDays: null }] },
];

async function expectRight(
  core: Core,
  planes: Planes,
  reference: ReturnType<typeof referenceEngine>,
) {
  for (const question of questions) {
    const counted = crossTab(sumShards([countCells(core, planes, question)]), dimensions);
    expect(inOrder(counted)).toEqual(inOrder(await reference.cells(question, dimensions)));
  }
}

const idle = () => new Promise((resolve) => setTimeout(resolve, 60));

test("after a million changes the space that people left is used again, and every count is right", async () => {
  const core = openCoreOf(3);
  const planes = keepPlanes(core, eagerPlanes);
  const tidying = keepTidy(core, planes);
  const batch = generateMembers({ seed: 3, first: 0, count: members, today });
  const made = membersOf(batch).map((member) => ({ ...member, companies: [] }));
  const reference = referenceEngine(made, () => today);
  const used: number[] = [];
  for (let round = 0; round < 24; round += 1) {
    places = round % 6 < 3 ? countries.map(({ code }) => code) : ["IN", "BR", "US"];
    for (let part = 0; part < 20; part += 1) {
      const changes = Array.from({ length: 2_100 }, something);
      for (const _ of applyChanges(core, planes, changes));
      tidying.note(changes.length);
      for (const change of changes) await reference.apply(change);
      if (part % 5 === 0) await idle();
    }
    await expectRight(core, planes, reference);
    planes.clear();
    used.push(core.wasm.heapTop() >>> 0);
  }
  // As many people as at first, with about as many interests: what one cycle needed is enough for all later ones.
  const [warm, last] = [Math.max(...used.slice(0, 12)), Math.max(...used.slice(12))];
  expect(last).toBeLessThan(warm * 1.1);
  tidying.stop();
});

test("when most people leave, those who stay are packed, and others find room without new memory", async () => {
  const core = openCoreOf(4);
  const planes = keepPlanes(core, eagerPlanes);
  const before = core.wasm.heapTop() >>> 0;
  const words = core.wasm.usedWords();
  const leaving = Array.from({ length: members }, (_, member) => member).filter((n) => n % 8 > 0);
  for (const _ of applyChanges(
    core,
    planes,
    leaving.map((member) => ({ type: "left", member })),
  ));
  const batch = generateMembers({ seed: 4, first: 0, count: members, today });
  const stayed = membersOf(batch)
    .filter(({ number }) => number % 8 === 0)
    .map((member) => ({ ...member, companies: [] }));
  const reference = referenceEngine(stayed, () => today);
  while (core.wasm.tidy() >>> 0 !== 0);
  planes.forgetAll();
  expect(core.wasm.spareWords()).toBe(0);
  expect(core.wasm.usedWords()).toBeLessThan(words);
  await expectRight(core, planes, reference);
  planes.clear();
  const free = words - core.wasm.usedWords();
  const joining = Array.from({ length: free * 64 }, (_, i) => ({
    ...({ type: "joined", region: null, language: "en", day: today } as const),
    ...({
      ageBand: "25-34",
      gender: "male",
      country: "NG",
      device: "ios",
      onSocial: true,
    } as const),
    member: members + i,
  }));
  for (const _ of applyChanges(core, planes, joining));
  for (const change of joining) await reference.apply(change);
  await expectRight(core, planes, reference);
  planes.clear();
  // The table of numbers grows with everybody who ever joined: 4 bytes each, in pages of 16,384.
  const pages = Math.ceil((joining.length + 16_384) / 16_384) * 65_536;
  expect(core.wasm.heapTop() >>> 0).toBeLessThan(before + pages + 65_536);
});

test("fifty thousand companies with a few people each cost little and find their people", () => {
  const core = openCoreOf(5);
  const planes = keepPlanes(core, eagerPlanes);
  const before = core.wasm.heapTop() >>> 0;
  const count = 50_000;
  const adults = membersOf(generateMembers({ seed: 5, first: 0, count: members, today }))
    .filter(({ ageBand }) => ageBand !== null)
    .map(({ number }) => number);
  const owner = (company: number) => adults[(company * 31) % adults.length] ?? 0;
  const yes = { type: "consent", recipient: "photos", given: true } as const;
  const changes: MemberChange[] = [
    ...adults.flatMap((member) => [
      { ...yes, member, purpose: "relevant_ads" } as const,
      { ...yes, member, purpose: "known_companies" } as const,
    ]),
    ...Array.from({ length: count }, (_, company) => ({
      ...({ type: "company", kind: "customer_list", day: today } as const),
      member: owner(company),
      company: `shop ${company}`,
    })),
  ];
  for (const _ of applyChanges(core, planes, changes));
  // 8 bytes a company, 12 bytes for 64 of them in the one block, and 4 bytes an entry with room to grow.
  expect((core.wasm.heapTop() >>> 0) - before).toBeLessThan(count * 24);
  const peopleOf = (...shops: readonly number[]) => {
    const rules = shops.map((n) => ({ company: `shop ${n}`, kind: null, withinDays: 30 as const }));
    return sumShards([countCells(core, planes, { ...everyone, with: rules })]).total;
  };
  for (const company of [0, 1, 63, 64, 12_345, count - 1]) expect(peopleOf(company)).toBe(1);
  expect(peopleOf(7, 8, 40_000)).toBe(new Set([owner(7), owner(8), owner(40_000)]).size);
  expect(peopleOf(count)).toBe(0);
});
