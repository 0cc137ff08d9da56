import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChunkLimits, chunkLines, type LineChunk } from "./chunk-lines";
import { collect } from "./testing";

const limits: ChunkLimits = { lines: 3, bytes: 40, lineBytes: 12 };

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]) {
  let at = 0;
  for (let i = 0; at < bytes.length; i += 1) {
    const size = Math.max(1, sizes[i % Math.max(1, sizes.length)] ?? bytes.length);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function chunksOf(
  text: string,
  sizes: readonly number[] = [],
  from = { lines: 0, bytes: 0 },
): Promise<LineChunk[]> {
  const source = inPieces(new TextEncoder().encode(text).subarray(from.bytes), sizes);
  return collect(chunkLines(source, from, limits));
}

const textOf = (chunks: readonly LineChunk[]) =>
  chunks.map(({ text }) => new TextDecoder().decode(text)).join("");

describe("Lines of an import", () => {
  test("are cut the same however the bytes arrive, and lose nothing", async () => {
    const line = fc.stringMatching(/^[a-zé ]{0,9}$/).map((text) => text.slice(0, 9));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 20 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
        async (lines, ended, sizes) => {
          const short = lines.filter((text) => Buffer.byteLength(text) < 12);
          const text = short.join("\n") + (ended ? "\n" : "");
          const whole = await chunksOf(text);
          expect(await chunksOf(text, sizes)).toEqual(whole);
          expect(textOf(whole)).toBe(text);
          expect(whole.at(-1)?.end ?? 0).toBe(Buffer.byteLength(text));
        },
      ),
    );
  });

  test("go on after any chunk as if they had never stopped", async () => {
    const text = Array.from({ length: 17 }, (_, i) => `line ${i}`).join("\n");
    const whole = await chunksOf(text);
    expect(whole).toHaveLength(6);
    for (const [i, { firstLine, lines, end }] of whole.entries()) {
      const from = { lines: firstLine + lines - 1, bytes: end };
      expect(await chunksOf(text, [5], from)).toEqual(whole.slice(i + 1));
    }
  });

  test("longer than a line may be are named and never held, and the others stay where they are", async () => {
    const text = `one\n${"x".repeat(1000)}\nthree\n${"y".repeat(13)}`;
    const chunks = await chunksOf(text, [7]);
    expect(textOf(chunks)).toBe("one\n\nthree\n\n");
    expect(chunks.map(({ firstLine, tooLong }) => [firstLine, tooLong])).toEqual([
      [1, [1]],
      [4, [0]],
    ]);
    expect(chunks.at(-1)?.end).toBe(text.length);
  });

  test("that came whole before the source broke are given before its error", async () => {
    async function* broken() {
      yield new TextEncoder().encode("one\ntwo\nthr");
      throw new Error("The cable was pulled.");
    }
    const chunks = chunkLines(broken(), { lines: 0, bytes: 0 }, limits);
    const first = await chunks.next();
    expect(textOf([first.value ?? fail()])).toBe("one\ntwo\n");
    await expect(chunks.next()).rejects.toThrow("The cable was pulled.");
  });
});

const fail = (): never => {
  throw new Error("There was no chunk.");
};
