import { ask } from "../scripts/tests/ask";
import { expect, test } from "./nod";

/** A token of the workspace, made in Settings as its owner would. */
const madeToken = test.extend<{ token: string }>({
  token: async ({ page, signInAs }, use) => {
    await signInAs("owner");
    await page.goto("/settings?tab=tokens");
    await page.getByLabel("Name", { exact: true }).fill("Program");
    await page.getByLabel("Read and change, and so spend money").check();
    await page.getByRole("button", { name: "Make the token" }).click();
    await use(await page.getByLabel("Token", { exact: true }).inputValue());
  },
});

madeToken(
  "the mount passes on what clients send: slashes, versions, Host, bodies, odd paths",
  async ({ token, workspace, baseURL }) => {
    const account = workspace.client.accountId;
    const say = async (path: string, asked: Parameters<typeof ask>[1] = {}) => {
      const headers = { authorization: `Bearer ${token}`, ...asked.headers };
      const told = await ask(`${baseURL}${path}`, { ...asked, headers });
      expect(told.headers["content-type"], path).toContain("application/json");
      return { status: told.status, body: JSON.parse(told.text) };
    };
    for (const path of [
      `/graph/v24.0/${account}`,
      `/graph/v24.0/${account}/`,
      `/graph/v2.0/${account}?fields=id`,
    ]) {
      expect(await say(path)).toEqual({ status: 200, body: { id: account } });
    }
    expect((await say(`/graph/v24.0/?ids=${account}`)).body).toEqual({
      [account]: { id: account },
    });
    const empty = { method: "GET", body: "{}" };
    expect((await say(`/graph/v24.0/${account}`, empty)).status).toBe(200);
    const campaign = {
      name: "Autumn",
      objective: "OUTCOME_TRAFFIC",
      status: "PAUSED",
      special_ad_categories: "[]",
      is_adset_budget_sharing_enabled: "false",
    };
    const post = (path: string, body: string, type: string) =>
      say(path, { method: "POST", body, headers: { "content-type": type } });
    const form = new URLSearchParams(campaign).toString();
    const made = await post(
      `/graph/v24.0/${account}/campaigns/`,
      form,
      "application/x-www-form-urlencoded",
    );
    expect(made.status).toBe(200);
    expect(
      (
        await post(
          `/graph/v24.0/${account}/campaigns`,
          JSON.stringify(campaign),
          "application/json",
        )
      ).status,
    ).toBe(200);
    const batch = JSON.stringify({ batch: [{ method: "GET", relative_url: made.body.id }] });
    expect((await post("/graph/v24.0/", batch, "application/json")).body[0].code).toBe(200);
    const gone = await say(`/graph/v24.0/${made.body.id}/`, { method: "DELETE", body: "{}" });
    expect(gone.body).toEqual({ success: true });
    const page = await say(`/graph/v24.0/me/adaccounts?limit=1`, {
      headers: { host: "ads.example:81" },
    });
    expect(page.body.paging.next ?? "http://ads.example:81/").toMatch(
      /^http:\/\/ads\.example:81\//,
    );
    for (const path of ["%", "%ff", "act_1%00", "act_999", "__proto__", "me/x/y"]) {
      const { status, body } = await say(`/graph/v24.0/${path}`);
      expect([status, body.error.code > 2], path).toEqual([400, true]);
    }
    for (const name of ["a\0b", "\ud800"]) {
      const text = JSON.stringify({ ...campaign, name });
      const { status, body } = await post(
        `/graph/v24.0/${account}/campaigns`,
        text,
        "application/json",
      );
      expect([status, body.error?.code]).toEqual([400, 100]);
    }
  },
);
