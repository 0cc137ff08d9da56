import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StartRefusal } from "../start-refusal";
import { openSource } from "./open-source";
import { collect } from "./testing";

const text = Array.from({ length: 5_000 }, (_, i) => `line ${i}`).join("\n");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-source-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, bytes: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
const nothing = Readable.from([]);
const readAll = async (pieces: AsyncIterable<Uint8Array>) =>
  Buffer.concat(await collect(pieces)).toString();

describe("The text of an import", () => {
  test("is a file, a compressed file under any name, several of them in one, or stdin", async () => {
    const both = Buffer.concat([gzipSync(text.slice(0, 100)), gzipSync(text.slice(100))]);
    for (const file of [write("a", text), write("b.gz", gzipSync(text)), write("c", both)]) {
      const source = await openSource(file, nothing);
      expect(await readAll(source.read(0))).toBe(text);
      expect(source.consumed()).toBe(source.size);
    }
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      const pieces = [bytes.subarray(0, 10), bytes.subarray(10)];
      const source = await openSource("-", Readable.from(pieces));
      expect(source).toMatchObject({ key: null, size: null });
      expect(await readAll(source.read(0))).toBe(text);
    }
  });

  test("goes on from any byte, compressed or not", async () => {
    for (const file of [write("a", text), write("a.gz", gzipSync(text))]) {
      const source = await openSource(file, nothing);
      expect(await readAll(source.read(7_777))).toBe(text.slice(7_777));
    }
  });

  test("has the same key under another name, and another one when it differs at an end or in length", async () => {
    const key = async (bytes: string) => (await openSource(write("x", bytes), nothing)).key;
    const one = await key(text);
    expect(await key(text)).toBe(one);
    const others = [await key(`${text}.`), await key(`L${text.slice(1)}`)];
    expect(new Set([one, ...others]).size).toBe(3);
  });

  test("that is cut short or damaged gives what came before, then says so in one line", async () => {
    const whole = gzipSync(text);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, whole.length / 2, whole.length / 2 + 50);
    for (const bytes of [whole.subarray(0, whole.length - 9), damaged]) {
      const source = await openSource(write("cut.gz", bytes), nothing);
      let before = "";
      const reading = (async () => {
        for await (const piece of source.read(0)) before += Buffer.from(piece).toString();
      })();
      await expect(reading).rejects.toThrow(StartRefusal);
      expect(text.startsWith(before)).toBe(true);
    }
  });

  test("that cannot be read is refused in one line", async () => {
    await expect(openSource(path.join(folder, "none"), nothing)).rejects.toThrow(StartRefusal);
    await expect(openSource(folder, nothing)).rejects.toThrow(/is not a file/);
  });
});
