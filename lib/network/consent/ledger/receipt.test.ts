import { describe, expect, test } from "vitest";
import { noticeSha256 } from "../notices/find-notice";
import { canonicalJson, type Json } from "./canonical-json";
import { signCheckpoint, verifyCheckpoint } from "./checkpoint";
import { type ConsentEvent, detailsOf } from "./consent-event";
import { commitTo, leafData, leafHashOf, openingOf, pseudonymOf } from "./leaf";
import { makeReceipt } from "./make-receipt";
import { newLeaves } from "./new-leaves";
import { ledgerSigner, pemOf } from "./signing-key";
import { memoryTree } from "./testing";
import { proveInclusion, rootOf } from "./tree-proofs";
import { verifyReceipt } from "./verify-receipt";

const signer = ledgerSigner("the secret of one ledger, long enough");
const another = ledgerSigner("the secret of another ledger, long enough");
const at = new Date("2026-09-02T08:30:00.250Z");
const mine = Buffer.alloc(16, 7);

const event: ConsentEvent = {
  type: "withdrawn",
  purpose: "relevant_ads",
  recipients: ["photos"],
  notice: "v4",
  language: "de",
  actor: "member",
  method: "purpose_toggle",
  clientAt: new Date("2026-09-02T08:29:59.900Z"),
};

/** A ledger of 11 leaves in which the event is leaf 5, and its receipt. */
async function aReceipt(of: ConsentEvent = event, by = signer) {
  const tree = memoryTree();
  const others = newLeaves(
    Buffer.alloc(16, 9),
    0,
    Array.from({ length: 5 }, () => event),
    at,
  );
  await tree.add(others.map(({ hash }) => hash));
  const own = newLeaves(mine, 5, [of], at);
  await tree.add(own.map(({ hash }) => hash));
  await tree.add(others.map(({ hash }) => hash));
  const details = detailsOf(of, at, noticeSha256(of.notice, of.language));
  const opening = openingOf(mine, 5);
  const root = await rootOf(tree.size, tree.read);
  const receipt = makeReceipt({
    details,
    opening: Buffer.from(opening).toString("hex"),
    leafData: leafData(pseudonymOf(mine), commitTo(opening, details)),
    leaf: 5,
    inclusion: (await proveInclusion(5, tree.size, tree.read)).map((hash) =>
      Buffer.from(hash).toString("base64"),
    ),
    checkpoint: signCheckpoint(by, { size: tree.size, root, time: "2026-09-02T09:00:00.000Z" }),
    publicKey: pemOf(by.publicKey),
  });
  const readBack: unknown = JSON.parse(JSON.stringify(receipt, null, 2));
  return { receipt, readBack, hash: own[0]?.hash };
}

/** Every way to change one value somewhere in the receipt. */
function* changed(value: Json, where = ""): Generator<{ where: string; changed: Json }> {
  if (Array.isArray(value)) {
    yield { where: `${where}[+]`, changed: [...value, "more"] };
    for (const [i, one] of value.entries()) {
      yield { where: `${where}[-${i}]`, changed: value.toSpliced(i, 1) };
      for (const inner of changed(one, `${where}[${i}]`)) {
        yield { ...inner, changed: value.with(i, inner.changed) };
      }
    }
  } else if (typeof value === "object" && value !== null) {
    yield* changedMembers(value as Record<string, Json>, where);
  } else {
    for (const other of otherValues(value)) yield { where, changed: other };
  }
}

function* changedMembers(value: Record<string, Json>, where: string) {
  yield { where: `${where}.more`, changed: { ...value, more: 1 } };
  for (const [key, one] of Object.entries(value)) {
    const { [key]: _, ...rest } = value;
    yield { where: `${where}.-${key}`, changed: rest };
    for (const inner of changed(one, `${where}.${key}`)) {
      yield { ...inner, changed: { ...value, [key]: inner.changed } };
    }
  }
}

function otherValues(value: string | number | boolean | null): readonly Json[] {
  if (typeof value === "number") return [value + 1, value - 1];
  if (typeof value !== "string") return ["something"];
  return [`${value}x`, value === "" ? "y" : value.slice(1), null];
}

describe("A receipt", () => {
  test("is verified with nothing but itself, and with the ledger's key", async () => {
    const { readBack } = await aReceipt();
    expect(verifyReceipt(readBack, null)).toMatchObject({
      ok: true,
      value: { keyWasGiven: false },
    });
    expect(verifyReceipt(readBack, signer.publicKey)).toMatchObject({
      ok: true,
      value: { keyWasGiven: true, proof: { leaf: 5, details: { type: "withdrawn" } } },
    });
  });

  test("commits to the leaf that the ledger hashed", async () => {
    const { receipt, hash } = await aReceipt();
    const proof = receipt["nod:proof"];
    const data = typeof proof === "object" && proof && "leafData" in proof ? proof.leafData : "";
    expect(leafHashOf(String(data))).toEqual(hash);
    expect(canonicalJson(JSON.parse(String(data)))).toBe(data);
  });

  test("holds the exact text that was read, in its language", async () => {
    const { receipt } = await aReceipt();
    expect(receipt["dpv:hasNotice"]).toMatchObject({
      "dct:hasVersion": "v4",
      "dct:language": "de",
      "nod:exactText": expect.stringContaining(
        "Wenn du das hier schließt, ohne zu wählen, ist das kein Ja",
      ),
    });
  });

  test("of an imported consent says that the text is not known, and verifies", async () => {
    const imported = { ...event, type: "given" as const, notice: "2019-A", language: null };
    const { receipt, readBack } = await aReceipt(imported);
    expect(receipt["dpv:hasNotice"]).toMatchObject({ "nod:sha256": null, "nod:exactText": null });
    expect(verifyReceipt(readBack, signer.publicKey).ok).toBe(true);
  });

  test("of somebody else's ledger is not one of ours", async () => {
    const { readBack } = await aReceipt(event, another);
    expect(verifyReceipt(readBack, null).ok).toBe(true);
    expect(verifyReceipt(readBack, signer.publicKey)).toMatchObject({
      error: { message: expect.stringContaining("another key") },
    });
  });

  test("is found out whatever is changed, added or left out", async () => {
    const { receipt, readBack } = await aReceipt();
    expect(verifyReceipt(readBack, null).ok).toBe(true);
    const ways = [...changed(receipt)];
    expect(ways.length).toBeGreaterThan(200);
    const unnoticed = ways.filter(({ changed: forged }) => verifyReceipt(forged, null).ok);
    expect(unnoticed.map(({ where }) => where)).toEqual([]);
  });

  test("is found out when a byte of its signature, root or path is flipped", async () => {
    const { receipt } = await aReceipt();
    const text = JSON.stringify(receipt);
    const proof = JSON.stringify(receipt["nod:proof"]);
    const start = text.indexOf(proof);
    let tried = 0;
    for (let i = start; i < start + proof.length; i += 3) {
      const flipped = text[i] === "A" ? "B" : "A";
      if (text[i] === "\\" || text[i - 1] === "\\") continue;
      const forged = text.slice(0, i) + flipped + text.slice(i + 1);
      let read: unknown;
      try {
        read = JSON.parse(forged);
      } catch {
        continue;
      }
      tried++;
      expect(verifyReceipt(read, null).ok, `position ${i}`).toBe(false);
    }
    expect(tried).toBeGreaterThan(200);
  });

  test("that is none is refused with the reason", () => {
    for (const nothing of [
      null,
      1,
      "receipt",
      [],
      {},
      { "nod:proof": {} },
      { "nod:proof": null },
    ]) {
      expect(verifyReceipt(nothing, null)).toMatchObject({ ok: false });
    }
  });
});

describe("A checkpoint", () => {
  const root = Buffer.alloc(32, 1);
  const note = signCheckpoint(signer, { size: 3, root, time: "2026-09-02T09:00:00.000Z" });

  test("is a signed note of origin, size, root and time", () => {
    expect(note.split("\n")).toEqual([
      signer.origin,
      "3",
      "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
      "time 2026-09-02T09:00:00.000Z",
      "",
      expect.stringMatching(`^— ${signer.origin} [A-Za-z0-9+/]{90}[A-Za-z0-9+/=]{2}$`),
      "",
    ]);
    expect(verifyCheckpoint(note, signer.publicKey)).toBe(true);
    expect(verifyCheckpoint(note, another.publicKey)).toBe(false);
  });

  test("does not bear any change", () => {
    for (let i = 0; i < note.length; i++) {
      const forged = note.slice(0, i) + (note[i] === "Q" ? "R" : "Q") + note.slice(i + 1);
      expect(verifyCheckpoint(forged, signer.publicKey), `position ${i}`).toBe(false);
    }
    for (const forged of [
      `${note}\n`,
      ` ${note}`,
      note.slice(0, -1),
      note.trim(),
      "",
      note + note,
    ]) {
      expect(verifyCheckpoint(forged, signer.publicKey)).toBe(false);
    }
  });

  test("of the same secret is signed with the same key, of another with another", () => {
    const same = ledgerSigner("the secret of one ledger, long enough");
    expect(pemOf(same.publicKey)).toBe(pemOf(signer.publicKey));
    expect(same.origin).toBe(signer.origin);
    expect(another.origin).not.toBe(signer.origin);
  });
});
