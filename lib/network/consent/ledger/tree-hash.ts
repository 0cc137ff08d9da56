import { createHash } from "node:crypto";

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array;
export const hashBytes = 32;

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** Hash of a leaf: SHA-256(0x00 || data). RFC 6962, section 2.1. */
export const hashLeaf = (data: Uint8Array): Hash =>
  createHash("sha256").update(leafMark).update(data).digest();

/** Hash of an inner node: SHA-256(0x01 || left || right). RFC 6962, section 2.1. */
export const hashNode = (left: Hash, right: Hash): Hash =>
  createHash("sha256").update(nodeMark).update(left).update(right).digest();

/** Root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Hash = createHash("sha256").digest();

export const isSameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0;
