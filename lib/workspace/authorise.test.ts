import { describe, expect, it } from "vitest";
import { authorise, authoriseClient } from "./authorise";
import { actorWith, anActor, aWorkspace } from "./testing";

describe("authorising somebody for a client", () => {
  it("hands over the client to a role that allows the verb", async () => {
    const ctx = await aWorkspace(actorWith("marketer", "c1"));
    expect(await authoriseClient(ctx, "launch", "c1")).toMatchObject({
      ok: true,
      value: { id: "c1" },
    });
  });

  it("says who can help when the role does not allow it", async () => {
    const ctx = await aWorkspace(actorWith("viewer"));
    const refused = await authoriseClient(ctx, "launch", "c1");
    expect(refused).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(!refused.ok && refused.error.message).toContain("An owner of North");
  });

  it("answers the same for another agency's client, for one without a grant and for one that is not there", async () => {
    const ctx = await aWorkspace(actorWith("owner", "c1"));
    const answers = await Promise.all(
      ["c9", "c2", "c404"].map((id) => authoriseClient(ctx, "view", id)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("does not find a client by something that is no id", async () => {
    const ctx = await aWorkspace(actorWith("owner"));
    const id = { toString: () => "c1" } as unknown as string;
    expect(await authorise(ctx, "view", id)).toMatchObject({ error: { code: "not_found" } });
  });

  it("gives nothing to somebody whose grants are all at another agency", async () => {
    const grants = [{ agencyId: "a2", clientId: null, role: "owner" as const }];
    const ctx = await aWorkspace(anActor({ grants }));
    expect(await authorise(ctx, "view", "c1")).toMatchObject({ error: { code: "not_found" } });
    expect(await authorise(ctx, "view", null)).toMatchObject({ error: { code: "forbidden" } });
  });
});
