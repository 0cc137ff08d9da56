import { describe, expect, test } from "vitest";
import { archiveAudience, restoreAudience } from "./archive-audience";
import { createAudience } from "./create-audience";
import { duplicateAudience } from "./duplicate-audience";
import { listAudiences } from "./list-audiences";
import { loadAudience } from "./load-audience";
import { noRules } from "./rule-values";
import { saveAudience } from "./save-audience";
import { saveDraft } from "./save-draft";
import { anAudience, aRelationship, aWorld } from "./testing-world";

const german = { ...noRules, countries: ["DE"] };
const riders = { ...german, any: [{ segment: "410", withinDays: null, minStrength: null }] };
const write = { audienceId: "au1", version: 1, name: "Weekend riders", rules: riders };
const refused = (code: string) => ({ ok: false, error: { code } });

describe("a new audience", () => {
  test("is an empty draft of the client", async () => {
    const { marketer } = aWorld();
    const made = await createAudience(marketer, { clientId: "c1" });
    expect(made).toMatchObject({
      ok: true,
      value: { clientId: "c1", state: "draft", name: "", rules: noRules, version: 1 },
    });
  });

  test("is not made for a client of another agency, by a viewer, or from rules that cannot be read", async () => {
    const { marketer, viewer, stranger } = aWorld();
    expect(await createAudience(marketer, { clientId: "c9" })).toMatchObject(refused("not_found"));
    expect(await createAudience(stranger, { clientId: "c1" })).toMatchObject(refused("not_found"));
    expect(await createAudience(viewer, { clientId: "c1" })).toMatchObject(refused("forbidden"));
    const wrong = { ...noRules, countries: ["Germany"] };
    const made = await createAudience(marketer, { clientId: "c1", rules: wrong });
    expect(made).toMatchObject(refused("invalid"));
  });
});

describe("a draft", () => {
  test("keeps what was typed, half chosen boxes too", async () => {
    const { marketer, audiences } = aWorld();
    const half = { ...riders, must: [[]] };
    await saveDraft(marketer, { ...write, name: "  Riders ", rules: half });
    expect(await audiences.get("a1", "au1")).toMatchObject({
      name: "Riders",
      rules: half,
      version: 2,
      updatedBy: "Mara",
    });
  });

  test("somebody else changed is not overwritten, and the writer is shown theirs", async () => {
    const { marketer, audiences } = aWorld();
    const theirs = anAudience({ name: "Ivo was here" });
    await audiences.save(theirs);
    const saved = await saveDraft(marketer, write);
    expect(saved).toMatchObject({ ok: false, error: { code: "conflict", theirs: { version: 2 } } });
    expect((await audiences.get("a1", "au1"))?.name).toBe("Ivo was here");
  });

  test("sent again after a lost answer is the same write", async () => {
    const { marketer } = aWorld();
    const first = await saveDraft(marketer, write);
    expect(await saveDraft(marketer, write)).toEqual(first);
  });

  test("is refused to a viewer, to a colleague of another client, and to another agency", async () => {
    const { viewer, harbourMarketer, stranger } = aWorld();
    expect(await saveDraft(viewer, write)).toMatchObject(refused("forbidden"));
    expect(await saveDraft(harbourMarketer, write)).toMatchObject(refused("not_found"));
    expect(await saveDraft(stranger, write)).toMatchObject(refused("not_found"));
  });

  test("of an archived audience is refused, and so is one that cannot be read", async () => {
    const { marketer } = aWorld({ audiences: [anAudience({ state: "archived" })] });
    expect(await saveDraft(marketer, write)).toMatchObject(refused("archived"));
    const long = { ...write, name: "x".repeat(121) };
    expect(await saveDraft(marketer, long)).toMatchObject(refused("invalid"));
  });
});

describe("an audience saved for use", () => {
  test("drops what was left half chosen and can be taken by a campaign", async () => {
    const { marketer } = aWorld();
    const saved = await saveAudience(marketer, { ...write, rules: { ...riders, must: [[]] } });
    expect(saved).toMatchObject({ ok: true, value: { state: "saved", rules: { must: [] } } });
  });

  test("needs a name, a place and, for a relationship, a company of the client", async () => {
    const { marketer } = aWorld();
    const relationship = aRelationship({ kind: "new_to", companies: [] });
    const unfinished = { ...write, name: " ", rules: { ...noRules, relationship } };
    expect(await saveAudience(marketer, unfinished)).toMatchObject({
      ok: false,
      error: {
        code: "unfinished",
        fields: {
          name: expect.any(String),
          places: expect.any(String),
          companies: expect.any(String),
        },
      },
    });
    const rival = {
      ...riders,
      relationship: aRelationship({ kind: "new_to", companies: ["rival"] }),
    };
    expect(await saveAudience(marketer, { ...write, rules: rival })).toMatchObject({
      error: { fields: { companies: expect.stringContaining("Lakeside Cycles") } },
    });
  });

  test("is a draft again once it asks for other people, and stays saved when only its name changes", async () => {
    const { marketer } = aWorld({ audiences: [anAudience({ state: "saved" })] });
    const renamed = await saveDraft(marketer, { ...write, name: "Riders", rules: german });
    expect(renamed).toMatchObject({ ok: true, value: { state: "saved" } });
    const changed = await saveDraft(marketer, { ...write, version: 2 });
    expect(changed).toMatchObject({ ok: true, value: { state: "draft" } });
  });

  test("is refused like a draft", async () => {
    const { viewer, stranger, marketer, audiences } = aWorld();
    expect(await saveAudience(viewer, write)).toMatchObject(refused("forbidden"));
    expect(await saveAudience(stranger, write)).toMatchObject(refused("not_found"));
    await audiences.save(anAudience({ name: "Ivo was here" }));
    expect(await saveAudience(marketer, write)).toMatchObject(refused("conflict"));
  });
});

describe("archiving", () => {
  test("can be undone, back to what the audience was", async () => {
    const { marketer } = aWorld();
    await saveAudience(marketer, write);
    await archiveAudience(marketer, "au1");
    expect(await restoreAudience(marketer, "au1")).toMatchObject({ value: { state: "saved" } });

    const drafts = aWorld();
    await archiveAudience(drafts.marketer, "au1");
    const back = await restoreAudience(drafts.marketer, "au1");
    expect(back).toMatchObject({ value: { state: "draft" } });
  });

  test("is refused to a viewer and to another agency", async () => {
    const { viewer, stranger } = aWorld();
    expect(await archiveAudience(viewer, "au1")).toMatchObject(refused("forbidden"));
    expect(await restoreAudience(stranger, "au1")).toMatchObject(refused("not_found"));
  });
});

test("a copy is a new draft with the same rules", async () => {
  const { marketer, viewer } = aWorld({ audiences: [anAudience({ rules: riders })] });
  expect(await duplicateAudience(marketer, "au1")).toMatchObject({
    value: { name: "Copy of Weekend riders", state: "draft", rules: riders, version: 1 },
  });
  expect(await duplicateAudience(viewer, "au1")).toMatchObject(refused("forbidden"));
});

test("people see the audiences of the clients they work for, and no others", async () => {
  const mine = anAudience({ id: "mine", clientId: "c2" });
  const { marketer, harbourMarketer, stranger } = aWorld({ audiences: [anAudience(), mine] });
  const ids = async (ctx: typeof marketer, clientId: string | null) =>
    (await listAudiences(ctx, clientId)).map(({ audience }) => audience.id).sort();
  expect(await ids(marketer, null)).toEqual(["au1", "mine"]);
  expect(await ids(marketer, "c1")).toEqual(["au1"]);
  expect(await ids(harbourMarketer, null)).toEqual(["mine"]);
  expect(await ids(harbourMarketer, "c1")).toEqual([]);
  expect(await ids(stranger, null)).toEqual([]);
  expect(await loadAudience(harbourMarketer, "view", "au1")).toMatchObject(refused("not_found"));
});
