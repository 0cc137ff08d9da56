import type { KeptMember } from "./member-row";

const lastDay = 0xffff;

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
