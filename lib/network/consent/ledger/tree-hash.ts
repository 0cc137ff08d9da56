import { hash } from "node:crypto";

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array;
export const hashBytes = 32;

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);
const sha256 = (...parts: readonly Uint8Array[]): Hash =>
  hash("sha256", Buffer.concat(parts), "buffer");

/** Hash of a leaf: SHA-256(0x00 || data). RFC 6962, section 2.1. */
export const hashLeaf = (data: Uint8Array): Hash => sha256(leafMark, data);

/** Hash of an inner node: SHA-256(0x01 || left || right). RFC 6962, section 2.1. */
export const hashNode = (left: Hash, right: Hash): Hash => sha256(nodeMark, left, right);

/** Root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Hash = sha256();

export const isSameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0;
