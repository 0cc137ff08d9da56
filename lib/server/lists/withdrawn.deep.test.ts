import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeConsents } from "@/lib/network/consent/consent-change";
import { getMyData } from "@/lib/network/consent/get-my-data";
import { loadMember } from "@/lib/network/consent/load-member";
import { recipients } from "@/lib/network/consent/purposes";
import { stopCompany } from "@/lib/network/consent/stop-company";
import { undoLast } from "@/lib/network/consent/undo-last";
import { whatMatched } from "@/lib/network/consent/what-matched";
import { rowOf } from "@/lib/network/lists/testing";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { everyone } from "@/lib/network/reach/expression";
import { listMember, listRow } from "../db/schema/lists";
import { eraseWaiting } from "../erasure/erase-waiting";
import { memberEraser } from "../erasure/member-eraser";
import { facts, openModel } from "../erasure/model-testing";
import { testPepper } from "../signals/testing";
import { memberRecords } from "../you/member-records";
import { listParts } from "./list-parts";
import { openLists } from "./open-lists";

const list = { audienceId: 5, company: "act_77" };
const act = { actor: "member", method: "switch", language: "en", clientAt: null } as const;

let folder: string;
let model: Awaited<ReturnType<typeof openModel>>;
let times: { wall: Date; network: Date };
let uploads: number;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-lists-"));
  times = { wall: new Date("2026-11-22T12:00:00Z"), network: new Date("2026-11-22T12:00:00Z") };
  model = await openModel(folder, times);
  uploads = 0;
});
afterEach(async () => {
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

const lists = () => {
  const { db, engine } = model.parts;
  const parts = { db, engine, pepper: testPepper, now: () => times.wall };
  return openLists({ ...parts, facts: async () => facts });
};

/** Uploads everybody, and answers how many people the list has then. */
async function upload(): Promise<number> {
  uploads += 1;
  await lists().receive(list, {
    ...{ sessionId: `s${uploads}`, operation: "add", seq: 1, last: true, estimated: null },
    ...{ received: facts.members, invalid: 0, at: times.network },
    rows: Array.from({ length: facts.members }, (_, member) => rowOf(member)),
  });
  return people();
}

async function people(): Promise<number> {
  const parts = (await lists().factsOf([list])).get(list.audienceId)?.parts ?? [];
  return peopleIn(await model.parts.embedded.count({ ...everyone, onLists: parts }));
}

async function onList(): Promise<readonly number[]> {
  const rows = await model.parts.db.select({ member: listMember.member }).from(listMember);
  return rows.map(({ member }) => member).sort((a, b) => a - b);
}

const ctxOf = (member: number) => ({
  members: memberRecords(model.parts.db, model.parts.engine, facts),
  member,
  now: () => times.wall,
  gpc: false,
});

async function withdraws(member: number): Promise<void> {
  const keys = recipients.map((recipient) => ({ purpose: "known_companies" as const, recipient }));
  const { changes, events } = changeConsents(member, keys, false, act);
  const { db, engine } = model.parts;
  await memberRecords(db, engine, facts).record(member, changes, times.wall, events);
}

describe("a customer list over the real tables, log and engine", () => {
  test("loses whoever withdraws, stops the company or leaves, and never finds them again", async () => {
    const before = await upload();
    const matched = await onList();
    expect(before).toBeGreaterThan(400);
    // Some said yes to known companies and not to ads, so they stand on it and do not count.
    expect(matched.length).toBeGreaterThanOrEqual(before);
    expect(await model.parts.db.select().from(listRow)).toEqual([]);
    const [withdrew = 0, stopped = 0, left = 0, ...others] = matched;

    const eraser = memberEraser({ ...model.parts, pepper: testPepper });
    await withdraws(withdrew);
    expect((await stopCompany({ ...ctxOf(stopped), eraser }, { company: "act_77" })).ok).toBe(true);
    await eraser.erase(left, times.wall);
    const after = await people();
    expect(after).toBeLessThanOrEqual(before);
    expect(await upload()).toBe(after);
    expect(await onList()).toEqual([withdrew, ...others].sort((a, b) => a - b));

    times.wall = new Date(times.wall.getTime() + 11 * 60_000);
    const { db, engine } = model.parts;
    const eraseReached = async () => undefined;
    await eraseWaiting({ db, engine, facts, eraseReached, now: () => times.wall });
    expect(await onList()).toEqual(others);
    expect(await upload()).toBe(after);
    expect(await onList()).toEqual(others);
    await model.restart();
    expect(await people()).toBe(after);
  });

  test("has somebody back who takes back at once that they stopped the company", async () => {
    const before = await upload();
    const [member = 0] = await onList();
    const ctx = { ...ctxOf(member), eraser: memberEraser({ ...model.parts, pepper: testPepper }) };
    times.wall = new Date(times.wall.getTime() + 1000);
    expect((await stopCompany(ctx, { company: "act_77" })).ok).toBe(true);
    expect(await onList()).not.toContain(member);
    expect((await undoLast(ctx)).ok).toBe(true);
    expect(await onList()).toContain(member);
    expect(await people()).toBe(before);
    expect(await upload()).toBe(before);
  });

  test("is why an ad was shown to whoever is on it, by whose list it is", async () => {
    const parts = async () =>
      (await listParts(model.parts.db).factsOf([list])).get(list.audienceId)?.parts ?? [];
    expect(await parts()).toEqual([]);
    await upload();
    expect(await parts()).toEqual((await lists().factsOf([list])).get(list.audienceId)?.parts);
    const [member = 0] = await onList();
    const known = await loadMember(ctxOf(member));
    if (!known.ok) throw new Error(known.error.message);
    const asked = { ...everyone, onLists: await parts() };
    const { reasons, gone } = whatMatched(asked, known.value.now, 0);
    expect(reasons).toEqual([{ kind: "company", company: "act_77" }]);
    expect(gone).toBe(false);
  });

  test("is shown to the person on it by whose it is, and never as what was uploaded", async () => {
    await upload();
    const [member = 0] = await onList();
    const data = await getMyData(ctxOf(member));
    if (!data.ok) throw new Error(data.error.message);
    const { companies, history } = data.value;
    expect(companies.find(({ company }) => company === "act_77")?.kinds).toEqual([
      { kind: "customer_list", since: "2026-11-22" },
    ]);
    expect(JSON.stringify(data.value)).not.toContain("list:");
    // The network took them off one part and put them on another: no act of theirs.
    await lists().receive(list, {
      ...{ sessionId: "r", operation: "remove", seq: 1, last: true, estimated: null },
      ...{ received: 1, invalid: 0, at: times.network, rows: [rowOf(facts.members + 1)] },
    });
    const again = await getMyData(ctxOf(member));
    expect(again.ok && again.value.history).toEqual(history);
  });
});
