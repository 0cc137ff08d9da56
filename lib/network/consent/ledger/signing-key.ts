import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

/** Who signs the ledger's checkpoints. */
export interface LedgerSigner {
  /** Name of this ledger in its checkpoints; made of its public key, so that no two ledgers share one. */
  readonly origin: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** An Ed25519 private key in DER up to its 32 bytes. RFC 8410, section 7. */
const beforeSeed = Buffer.from("302e020100300506032b657004220420", "hex");
const rawBytes = 32;

/** The signer that belongs to the deployment's ledger secret: the same secret gives the same key. */
export function ledgerSigner(secret: string): LedgerSigner {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "nod/consent-ledger/ed25519/v1", 32));
  const der = Buffer.concat([beforeSeed, seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  return { origin: originOf(publicKey), privateKey, publicKey };
}

export const originOf = (publicKey: KeyObject): string =>
  `nod-consent-ledger/${createHash("sha256").update(rawKey(publicKey)).digest("hex").slice(0, 16)}`;

/** The 32 bytes of an Ed25519 public key: its DER ends with them. */
export const rawKey = (publicKey: KeyObject): Uint8Array =>
  publicKey.export({ format: "der", type: "spki" }).subarray(-rawBytes);

export const pemOf = (publicKey: KeyObject): string =>
  String(publicKey.export({ format: "pem", type: "spki" }));

/** A public key from its PEM text; null when it is none or not Ed25519. */
export function readPublicKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}
