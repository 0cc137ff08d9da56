import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readCheckpoint, verifyCheckpoint } from "@/lib/network/consent/ledger/checkpoint";
import { sayVerified } from "@/lib/network/consent/ledger/say-verified";
import { originOf, readPublicKey } from "@/lib/network/consent/ledger/signing-key";
import { verifyConsistency } from "@/lib/network/consent/ledger/verify-proof";
import { type VerifiedReceipt, verifyReceipt } from "@/lib/network/consent/ledger/verify-receipt";
import { StartRefusal } from "../start-refusal";

const usage =
  "Usage: npm run verify-receipt -- receipt.json [--key public.pem | --url http://server]";

/**
 * `npm run verify-receipt`: what a receipt proves, as lines to print. Asks no server unless one is named, and then only for its
 * key, its newest checkpoint and the proof that this one grew out of the receipt's.
 * @throws StartRefusal with the reason when something does not hold or cannot be read.
 */
export async function checkReceipt(
  args: readonly string[],
  get: (url: string) => Promise<string> = fetchText,
): Promise<readonly string[]> {
  const { file, key, url } = readArguments(args);
  const pem = key === undefined ? url && (await get(`${url}/api/ledger/key`)) : readText(key);
  const publicKey = pem === undefined ? null : readPublicKey(pem);
  if (pem !== undefined && !publicKey)
    throw new StartRefusal("This is no Ed25519 key in PEM form.");
  const verified = verifyReceipt(readJson(readText(file), file), publicKey);
  if (!verified.ok) throw new StartRefusal(`Not proven: ${verified.error.message}`);
  const lines = sayVerified(verified.value);
  return url === undefined ? lines : [...lines, "", await compareWith(url, verified.value, get)];
}

async function compareWith(
  url: string,
  { checkpoint, publicKey }: VerifiedReceipt,
  get: (url: string) => Promise<string>,
): Promise<string> {
  const note = await get(`${url}/api/ledger/checkpoint`);
  const now = readCheckpoint(note);
  if (!now || now.origin !== originOf(publicKey) || !verifyCheckpoint(note, publicKey)) {
    throw new StartRefusal(
      "Not proven: the server's checkpoint is not signed with the receipt's key.",
    );
  }
  const [from, to] = [checkpoint.size, now.size];
  const answer = readJson(await get(`${url}/api/ledger/consistency?from=${from}&to=${to}`), url);
  const claim = { from, to, fromRoot: checkpoint.root, toRoot: now.root, proof: hashesIn(answer) };
  if (!verifyConsistency(claim)) {
    throw new StartRefusal(
      `Not proven: the server's ledger of ${to} leaves did not grow out of the receipt's of ${from}.`,
    );
  }
  return `The ledger at ${url} still begins with what the receipt was signed with: ${to} leaves at ${now.time}.`;
}

function readArguments(args: readonly string[]) {
  const options = { key: { type: "string" }, url: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new StartRefusal(usage);
    return { file, key: values.key, url: values.url?.replace(/\/$/, "") };
  } catch (error) {
    if (error instanceof StartRefusal || !(error instanceof Error)) throw error;
    throw new StartRefusal(`${error.message.split(". ")[0]}. ${usage}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartRefusal(
      `${file} cannot be read: ${error instanceof Error ? error.message : ""}`,
    );
  }
}

function readJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StartRefusal(`Not proven: ${from} holds no JSON.`);
  }
}

function hashesIn(answer: unknown): readonly Uint8Array[] {
  const proof = typeof answer === "object" && answer && "proof" in answer ? answer.proof : null;
  if (!Array.isArray(proof)) throw new StartRefusal("Not proven: the server gave no proof.");
  return proof.map((hash) => Buffer.from(String(hash), "base64"));
}

async function fetchText(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.text();
    throw new Error(`it answered ${response.status}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new StartRefusal(`${url} cannot be asked: ${why}.`);
  }
}
