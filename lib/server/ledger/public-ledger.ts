import { ledgerSigner, pemOf } from "@/lib/network/consent/ledger/signing-key";
import { proveConsistency, proveInclusion } from "@/lib/network/consent/ledger/tree-proofs";
import { ok, type Result, refuse } from "@/lib/result";
import type { Database } from "../db/database";
import { findCheckpoint, type Published, publishCheckpoint } from "./checkpoints";
import { readLedger } from "./tiles";

/** What anybody may ask of the consent ledger. Nothing here knows of a person: only hashes, and how many leaves were published. */
export interface PublicLedger {
  /** The newest checkpoint, or the one of `size`. */
  checkpoint(query: URLSearchParams): Promise<Result<Published>>;
  /** `leaf` and `size`. */
  inclusion(query: URLSearchParams): Promise<Result<{ readonly proof: readonly string[] }>>;
  /** `from` and `to`. */
  consistency(query: URLSearchParams): Promise<Result<{ readonly proof: readonly string[] }>>;
  readonly publicKey: string;
}

/**
 * Proofs reach as far as the newest published checkpoint and no further: between two of them nobody can watch single people act.
 */
export function publicLedger(db: Database, secret: string, now: () => Date): PublicLedger {
  const signer = ledgerSigner(secret);
  const newest = async () =>
    (await findCheckpoint(db, signer.origin)) ?? publishCheckpoint(db, signer, now);

  async function prove(
    query: URLSearchParams,
    names: readonly [string, string],
    proveIt: (first: number, second: number) => Promise<readonly Uint8Array[]>,
  ): Promise<Result<{ readonly proof: readonly string[] }>> {
    const [first, second] = names.map((name) => wholeNumber(query.get(name)));
    if (first === undefined || second === undefined) {
      return refuse("invalid", `Say ${names.join(" and ")} as whole numbers from 0.`);
    }
    const { size } = await newest();
    if (second > size) {
      return refuse(
        "invalid",
        `The newest checkpoint has ${size} leaves: ${names[1]} is above it.`,
      );
    }
    try {
      const hashes = await proveIt(first, second);
      return ok({ proof: hashes.map((hash) => Buffer.from(hash).toString("base64")) });
    } catch (error) {
      if (error instanceof RangeError) return refuse("invalid", error.message);
      throw error;
    }
  }

  return {
    async checkpoint(query) {
      const asked = query.get("size");
      const size = wholeNumber(asked);
      if (asked === null) return ok(await newest());
      if (size === undefined) return refuse("invalid", "Say size as a whole number from 0.");
      const found = await findCheckpoint(db, signer.origin, size);
      return found
        ? ok(found)
        : refuse("not_found", `No checkpoint of ${size} leaves was published.`);
    },
    inclusion: (query) =>
      prove(query, ["leaf", "size"], (leaf, size) => proveInclusion(leaf, size, readLedger(db))),
    consistency: (query) =>
      prove(query, ["from", "to"], (from, to) => proveConsistency(from, to, readLedger(db))),
    publicKey: pemOf(signer.publicKey),
  };
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;
}
