/** The largest picture, in bytes. */
export const largestPictureBytes = 4 * 1024 * 1024;

/** What a file picker offers. */
export const pictureTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export type PictureType = (typeof pictureTypes)[number];

const starts: readonly (readonly [PictureType, readonly (number | null)[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

/** What the bytes are, whatever the file is called; null: no picture we take. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  for (const [type, start] of starts) {
    if (start.every((byte, index) => byte === null || bytes[index] === byte)) return type;
  }
  return null;
}

/** Why a picture cannot be used, as a sentence; null: it can. */
export function pictureProblem(size: number, type: PictureType | null): string | null {
  if (size === 0) return "The file is empty.";
  if (size > largestPictureBytes) return "The picture is larger than 4 MB. Choose a smaller one.";
  return type === null ? "Use a PNG, JPEG or WebP picture." : null;
}
