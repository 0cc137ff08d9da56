import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { BuilderPage } from "./builder-page";
import { OwnServer } from "./server";

const token = "crash-spec-token-0123456789";

interface Listed {
  readonly data: readonly {
    readonly id: string;
    readonly name: string;
    readonly effective_status: string;
  }[];
}

test("what was acknowledged survives a killed server, and nothing is half-launched", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const data = mkdtempSync(path.join(tmpdir(), "nod-crash-"));
  const server = new OwnServer(3118, {
    NOD_MODE: "test",
    NOD_MEMBERS: "200000",
    NOD_DATA: data,
    NOD_DEMO_TOKEN: token,
  });
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const graph = async (edge: string): Promise<Listed> => {
    const answer = await page.request.get(`/graph/v24.0/${edge}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  try {
    await server.start();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /continue as marketer/i }).click();
    await page.waitForURL(/\/overview/);
    const builder = new BuilderPage(page);
    await builder.openNew("noradano");
    await builder.rename("Survivors");
    for (const country of ["India", "Brazil", "Indonesia"]) await builder.choose(/^Where/, country);
    await builder.save();
    await server.kill();
    await server.start();

    for (const [round, delayMs] of [0, 60, 250].entries()) {
      const name = `Crash round ${round + 1}`;
      await page.goto("/audiences?client=noradano");
      await page.getByRole("link", { name: "Survivors" }).first().click();
      await page.getByRole("link", { name: "Use in campaign" }).click();
      await page.waitForURL(/\/campaigns\/(?!new)[^?]+/);
      const address = page.url();
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByRole("switch", { name: /Only people who already work with/ }).click();
      await page.getByLabel("Budget a day").fill("4000");
      await page.getByLabel("Headline").fill("Still here");
      await page.getByLabel("Text").fill("Nothing is lost.");
      await page.getByLabel("Link").fill("https://www.noradano.example/");
      await expect(page.getByText(/^Draft, saved/)).toBeVisible();
      await page.getByRole("button", { name: "Launch…" }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Launch" }).click();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await server.kill();
      await server.start();

      await page.goto(address);
      const launched = page.getByRole("button", { name: "Pause" });
      const draft = page.getByRole("button", { name: "Launch…" });
      await expect(launched.or(draft)).toBeVisible();
      const whole = await launched.isVisible();
      if (!whole) await expect(page.getByLabel("Headline")).toHaveValue("Still here");

      const accounts = await graph("me/adaccounts?fields=id,name");
      const account = accounts.data.find((one) => one.name === "Noradano Sports");
      const campaigns = await graph(
        `${account?.id}/campaigns?fields=id,name,effective_status&limit=100`,
      );
      const mine = campaigns.data.filter((one) => one.name === name);
      expect(mine.length).toBe(whole ? 1 : 0);
      for (const campaign of mine) {
        expect((await graph(`${campaign.id}/adsets?fields=id`)).data).toHaveLength(1);
        expect((await graph(`${campaign.id}/ads?fields=id`)).data).toHaveLength(1);
      }
    }
    await server.stop();
  } finally {
    await context.close();
    await server.kill();
    rmSync(data, { recursive: true, force: true });
  }
});
