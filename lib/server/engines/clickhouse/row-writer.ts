import {
  countries,
  languages,
  noLanguage,
  regions,
  segmentIds,
  unlistedLanguage,
} from "@/lib/network/population/lists";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { ageBands, companyKinds, devices, genders } from "@/lib/network/reach/expression";
import type { KeptMember } from "./member-row";

const lastDay = 0xffff;
const countryCodes = countries.map(({ code }) => code);
const regionCodes = regions.map(({ code }) => code);
const languageCodes = languages.map(({ code }) => code);

function entry<T>(list: readonly T[], index: number | undefined): T {
  const found = list[index ?? -1];
  if (found === undefined) throw new RangeError(`${index} is outside a list of ${list.length}.`);
  return found;
}

/** Writes members' rows in ClickHouse's RowBinary format, in the order of `rowColumns`, into a buffer that grows. */
export class RowWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #at = 0;
  readonly #codes = new Map<string, Buffer>();

  get length(): number {
    return this.#at;
  }

  /** What was written; writing starts anew. */
  take(): Buffer {
    const rows = this.#bytes.subarray(0, this.#at);
    this.#bytes = Buffer.allocUnsafe(Math.max(1 << 16, this.#at));
    this.#at = 0;
    return rows;
  }

  member({ member, version, gone }: KeptMember): void {
    this.#room(80);
    this.#at = this.#bytes.writeUInt32LE(member.number, this.#at);
    this.#at = this.#bytes.writeBigUInt64LE(BigInt(version), this.#at);
    this.#at = this.#bytes.writeUInt8(gone ? 1 : 0, this.#at);
    this.#text(member.country);
    this.#text(member.region ?? "");
    this.#text(member.language);
    this.#text(member.ageBand ?? "");
    this.#text(member.gender);
    this.#text(member.device);
    this.#room(16);
    this.#at = this.#bytes.writeUInt8(member.onSocial ? 1 : 0, this.#at);
    this.#day(member.lastActiveDay);
    this.#at = this.#bytes.writeUInt16LE(member.consent, this.#at);
    this.#count(member.signals.length);
    for (const { segment, strength, day } of member.signals) {
      this.#text(segment);
      this.#room(16);
      this.#at = this.#bytes.writeUInt8(strength, this.#at);
      this.#day(day);
    }
    this.#room(16);
    this.#count(member.companies.length);
    for (const { company, kind, day } of member.companies) {
      this.#text(company);
      this.#text(kind);
      this.#room(16);
      this.#day(day);
    }
  }

  /** Row i of a batch, as it is loaded; `companies` are the ids that its indexes mean. Throws RangeError for an index outside its list. */
  loaded(batch: MemberBatch, i: number, companies: readonly string[]): void {
    this.#room(80);
    this.#at = this.#bytes.writeUInt32LE(batch.first + i, this.#at);
    this.#bytes.fill(0, this.#at, this.#at + 9);
    this.#at += 9;
    this.#text(entry(countryCodes, batch.country[i]));
    this.#text(regionCodes[batch.region[i] ?? -1] ?? "");
    this.#text(
      batch.language[i] === noLanguage ? unlistedLanguage : entry(languageCodes, batch.language[i]),
    );
    this.#text(ageBands[batch.ageBand[i] ?? -1] ?? "");
    this.#text(entry(genders, batch.gender[i]));
    this.#text(entry(devices, batch.device[i]));
    this.#room(16);
    this.#at = this.#bytes.writeUInt8(batch.onSocial[i] === 1 ? 1 : 0, this.#at);
    this.#day(batch.lastActiveDay[i] ?? 0);
    this.#at = this.#bytes.writeUInt16LE(batch.consent[i] ?? 0, this.#at);
    const [signal = 0, signalEnd = 0] = batch.signalStart.subarray(i, i + 2);
    this.#count(signalEnd - signal);
    for (let row = signal; row < signalEnd; row += 1) {
      this.#text(entry(segmentIds, batch.signalSegment[row]));
      this.#room(16);
      this.#at = this.#bytes.writeUInt8(batch.signalStrength[row] ?? 0, this.#at);
      this.#day(batch.signalDay[row] ?? 0);
    }
    const [company = 0, companyEnd = 0] = batch.companyStart.subarray(i, i + 2);
    this.#room(16);
    this.#count(companyEnd - company);
    for (let row = company; row < companyEnd; row += 1) {
      this.#text(entry(companies, batch.companyIndex[row]));
      this.#text(entry(companyKinds, batch.companyKind[row]));
      this.#room(16);
      this.#day(batch.companyDay[row] ?? 0);
    }
  }

  /** The epoch at the end of a row of `fresh`. */
  epoch(epoch: number): void {
    this.#room(4);
    this.#at = this.#bytes.writeUInt32LE(epoch, this.#at);
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + more));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }

  #day(day: number): void {
    this.#at = this.#bytes.writeUInt16LE(Math.min(lastDay, Math.max(0, day)), this.#at);
  }

  #count(value: number): void {
    let left = value;
    while (left >= 0x80) {
      this.#bytes[this.#at++] = (left % 0x80) | 0x80;
      left = Math.floor(left / 0x80);
    }
    this.#bytes[this.#at++] = left;
  }

  #text(value: string): void {
    const code = this.#codes.get(value) ?? this.#encode(value);
    this.#room(code.length + 8);
    this.#at += code.copy(this.#bytes, this.#at);
  }

  /** Codes come again and again; the few thousand first ones are kept. */
  #encode(value: string): Buffer {
    const bytes = Buffer.from(value, "utf8");
    const head: number[] = [];
    let left = bytes.length;
    while (left >= 0x80) {
      head.push((left % 0x80) | 0x80);
      left = Math.floor(left / 0x80);
    }
    const code = Buffer.concat([Buffer.from([...head, left]), bytes]);
    if (this.#codes.size < 20_000) this.#codes.set(value, code);
    return code;
  }
}
