import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageBandIn } from "@/lib/network/population/age-band";
import type { Member } from "@/lib/network/population/member";
import { packColumns } from "@/lib/network/population/packed-columns";
import { companyKinds, devices, genders } from "@/lib/network/reach/expression";
import { batchOfPack } from "./batch-of-pack";
import type { ReadPerson } from "./imported-member";
import { packMembers, unpackMembers } from "./member-pack";
import { memberOfPack } from "./packed-member";
import { readLine } from "./read-line";
import { aLine, arbitraryLine, importDay } from "./testing";

const read = (line: unknown): ReadPerson => {
  const { person } = readLine(JSON.stringify(line), { today: importDay, isDeclared: () => true });
  if (!person) throw new Error("The line was refused.");
  return person;
};

/** Straight from the line, without a pack. */
const asMember = ({ member }: ReadPerson, number: number, year: number): Member => {
  const { birthYear, ...rest } = member;
  return { ...rest, number, ageBand: ageBandIn(birthYear, year) };
};

describe("Packed members", () => {
  test("are the same people again, in the year that is asked for", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryLine, { maxLength: 12 }),
        fc.nat(1_000_000),
        fc.constantFrom(2026, 2027, 2040),
        (lines, first, year) => {
          const people = lines.map(read);
          const pack = unpackMembers(packMembers(people.map(({ member }) => member)));
          people.forEach((person, i) => {
            expect(memberOfPack(pack, i, first, year)).toEqual(asMember(person, first + i, year));
          });
        },
      ),
    );
  });

  test("are loaded as columns of the very same people", () => {
    const companies = ["harbour", "hilltop", "lakeside", "zenith"];
    const indexes = new Map(companies.map((id, index) => [id, index]));
    fc.assert(
      fc.property(fc.array(arbitraryLine, { maxLength: 12 }), fc.nat(1000), (lines, first) => {
        const people = lines.map((line) => read(line).member);
        const pack = unpackMembers(packMembers(people));
        const batch = batchOfPack(pack, first, indexes, 2026);
        const told = people.map((_, i) => memberOfPack(pack, i, first, 2026));
        expect(batch).toMatchObject({ first, count: people.length });
        told.forEach((member, i) => {
          const rows = Array.from(batch.companyIndex)
            .map((at, row) => ({
              company: companies[at],
              kind: companyKinds[batch.companyKind[row] ?? -1],
              day: batch.companyDay[row],
            }))
            .slice(batch.companyStart[i], batch.companyStart[i + 1]);
          expect(rows).toEqual(member.companies);
          expect(genders[batch.gender[i] ?? -1]).toBe(member.gender);
          expect(devices[batch.device[i] ?? -1]).toBe(member.device);
          expect(batch.consent[i]).toBe(member.consent);
          expect(batch.lastActiveDay[i]).toBe(member.lastActiveDay);
        });
      }),
    );
  });

  test("grow older by the year: 17 counts nowhere, 18 does, 65 and more is one band", () => {
    const pack = unpackMembers(packMembers([read(aLine({ birth_year: 2009 })).member]));
    const bands = [2026, 2027, 2034, 2074, 2100].map(
      (year) => memberOfPack(pack, 0, 0, year).ageBand,
    );
    expect(bands).toEqual([null, "18-24", "25-34", "65+", "65+"]);
  });

  test("of a country or company that is no longer known are a fault, not somebody else's people", () => {
    const pack = unpackMembers(packMembers([read(aLine()).member]));
    expect(() => batchOfPack(pack, 0, new Map(), 2026)).toThrow(/no list/);
    const elsewhere = { ...pack, codes: { ...pack.codes, countries: ["ZZ"] } };
    expect(() => memberOfPack(elsewhere, 0, 0, 2026)).toThrow(/country ZZ/);
  });

  test("lose signals on segments that may not be collected any more, and nothing else", () => {
    const signals = ["607", "410", "346"].map((segment) => ({
      segment,
      strength: 1,
      at: "2026-11-02",
    }));
    const people = [read(aLine({ signals })).member, read(aLine({ id: "m-2" })).member];
    const pack = unpackMembers(packMembers(people));
    const gone = { ...pack, codes: { ...pack.codes, segments: ["607", "gone", "346"] } };
    expect(memberOfPack(gone, 0, 0, 2026).signals.map(({ segment }) => segment)).toEqual([
      "607",
      "346",
    ]);
    const batch = batchOfPack(gone, 0, new Map([["lakeside", 0]]), 2026);
    expect(Array.from(batch.signalStart)).toEqual([0, 2, 3]);
    expect(batch.signalDay).toHaveLength(3);
  });

  test("keep what each consent means, should purposes ever stand in another order", () => {
    const pack = unpackMembers(packMembers([read(aLine()).member]));
    const turned = {
      ...pack,
      codes: { ...pack.codes, consents: pack.codes.consents.toReversed() },
    };
    const last = pack.codes.consents.length - 1;
    expect(memberOfPack(turned, 0, 0, 2026).consent).toBe((1 << last) | (1 << (last - 1)));
  });

  test("are read alike wherever in memory their bytes lie", () => {
    const packed = packMembers([read(aLine()).member]);
    const shifted = Buffer.concat([Buffer.alloc(3), packed]).subarray(3);
    expect(unpackMembers(shifted)).toEqual(unpackMembers(packed));
  });

  test("of another version or cut short are refused", () => {
    const packed = packMembers([read(aLine()).member]);
    expect(() => unpackMembers(packed.subarray(0, packed.length - 1))).toThrow(/cut short/);
    expect(() => unpackMembers(Uint8Array.from([2, ...packed.subarray(1)]))).toThrow(/version 2/);
    expect(() => unpackMembers(packColumns(1, {}, {}, {}))).toThrow();
  });
});
