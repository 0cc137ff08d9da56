import { createHash, type KeyObject, sign, verify } from "node:crypto";
import type { LedgerSigner } from "./signing-key";
import { rawKey } from "./signing-key";
import { type Hash, hashBytes } from "./tree-hash";

/** What the ledger says of itself at one moment. */
export interface Checkpoint {
  readonly origin: string;
  /** How many leaves. */
  readonly size: number;
  readonly root: Hash;
  /** ISO 8601, when it was signed. */
  readonly time: string;
}

/**
 * A checkpoint as a signed note: origin, size, root and time a line each, an empty line, and a line with the signature.
 * Formats: github.com/C2SP/C2SP, tlog-checkpoint.md and signed-note.md (Ed25519 is signature type 0x01). The time is an
 * extension line.
 */
export function signCheckpoint(
  { origin, privateKey, publicKey }: LedgerSigner,
  { size, root, time }: Omit<Checkpoint, "origin">,
): string {
  const text = textOf({ origin, size, root, time });
  const signature = sign(null, Buffer.from(text), privateKey);
  const signed = Buffer.concat([keyId(origin, publicKey), signature]).toString("base64");
  return `${text}\n— ${origin} ${signed}\n`;
}

/** The checkpoint of a note, or null when the note is not in exactly the form that `signCheckpoint` writes. The signature is not looked at. */
export function readCheckpoint(note: string): Checkpoint | null {
  const lines =
    /^(?<origin>[^\s+]+)\n(?<size>0|[1-9]\d{0,14})\n(?<root>\S{44})\ntime (?<time>\S+)\n\n— /u;
  const { origin, size, root, time } = note.match(lines)?.groups ?? {};
  if (!origin || !size || !root || !time) return null;
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, "base64"), time };
  const isExact =
    checkpoint.root.length === hashBytes && note.startsWith(`${textOf(checkpoint)}\n`);
  return isExact ? checkpoint : null;
}

/** Whether this key signed the note, which is then a checkpoint of the ledger that the note names. */
export function verifyCheckpoint(note: string, publicKey: KeyObject): boolean {
  const checkpoint = readCheckpoint(note);
  if (!checkpoint) return false;
  const text = textOf(checkpoint);
  const before = `${text}\n— ${checkpoint.origin} `;
  const encoded = note.slice(before.length, -1);
  const signed = Buffer.from(encoded, "base64");
  const id = keyId(checkpoint.origin, publicKey);
  return (
    note === `${before}${signed.toString("base64")}\n` &&
    signed.subarray(0, id.length).equals(id) &&
    verify(null, Buffer.from(text), publicKey, signed.subarray(id.length))
  );
}

const textOf = ({ origin, size, root, time }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\ntime ${time}\n`;

/** The first four bytes of SHA-256(name, line end, signature type, key): which key signed, without having tried them all. */
const keyId = (origin: string, publicKey: KeyObject): Buffer =>
  createHash("sha256")
    .update(`${origin}\n`)
    .update(Uint8Array.of(1))
    .update(rawKey(publicKey))
    .digest()
    .subarray(0, 4);
