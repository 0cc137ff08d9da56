import type { Page } from "@playwright/test";
import { BuilderPage } from "./builder-page";
import { expect, expectAccessible, test } from "./nod";

async function saveBroadAudience(page: Page, clientId: string): Promise<void> {
  const builder = new BuilderPage(page);
  await builder.openNew(clientId);
  await builder.rename("Adults in three countries");
  for (const country of ["India", "Brazil", "Indonesia"]) await builder.choose(/^Where/, country);
  await builder.save();
}

async function fillPlan(page: Page): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill("Autumn launch");
  await page.getByLabel("Audience").selectOption({ label: "Adults in three countries" });
  await page.getByLabel("Budget a day").fill("40");
  await page.getByLabel("Headline").fill("Back in shape");
  await page.getByLabel("Text").fill("New classes start on Monday.");
  await page.getByLabel("Link").fill("https://www.belbra.example/classes");
}

test("a marketer launches from a company, sees the consequence first, and watches reach rise", async ({
  page,
  workspace,
  signInAs,
  passHours,
}) => {
  await signInAs("marketer");
  await saveBroadAudience(page, workspace.client.id);
  await page.getByRole("link", { name: "Use in campaign" }).click();
  await page.waitForURL(/\/campaigns\/(?!new)[^?]+/);
  await fillPlan(page);
  await page.getByRole("switch", { name: /Only people who already work with/ }).click();
  await expect(page.getByText(/Belbra Fitness/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Launch…" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText(/Launch to .+ people, up to .*EUR|€/);
  await question.getByRole("button", { name: "Launch" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();

  await passHours(80);
  await expect(page.getByText(/Delivering/).first()).toBeVisible({ timeout: 30_000 });
  const reached = page.getByText("People reached", { exact: true }).locator("..");
  await expect(reached).toContainText(/\d.*–.*\d/, { timeout: 30_000 });
  await expectAccessible(page);

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused").first()).toBeVisible();
  await page
    .getByRole("button", { name: /Undo|Resume/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("a plan with holes says what is missing beside each field and loses nothing", async ({
  page,
  workspace,
  signInAs,
}) => {
  await signInAs("marketer");
  await page.goto(`/campaigns/new?client=${workspace.client.id}`);
  await page.waitForURL(/\/campaigns\/(?!new)[^?]+/);
  await page.getByLabel("Headline").fill("Half a plan");
  await page.getByLabel("Link").fill("http://plain.example");
  await page.getByRole("button", { name: "Launch…" }).click();
  await expect(page.getByText("Give the campaign a name.")).toBeVisible();
  await expect(page.getByText("Choose an audience.")).toBeVisible();
  await expect(page.getByText("Use a full address that starts with https://.")).toBeVisible();
  await expect(page.getByLabel("Headline")).toHaveValue("Half a plan");
  await expect(page.getByText(/^Draft, saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Headline")).toHaveValue("Half a plan");
  await expect(page.getByLabel("Link")).toHaveValue("http://plain.example");
});

test("a viewer reads campaigns and cannot make or launch one", async ({
  page,
  workspace,
  signInAs,
}) => {
  await signInAs("marketer");
  await page.goto(`/campaigns/new?client=${workspace.client.id}`);
  await page.waitForURL(/\/campaigns\/(?!new)[^?]+/);
  await page.getByLabel("Name", { exact: true }).fill("Not for viewers");
  await expect(page.getByText(/^Draft, saved/)).toBeVisible();
  const address = page.url();

  await signInAs("viewer");
  await page.goto(`/campaigns?client=${workspace.client.id}`);
  await expect(page.getByRole("heading", { name: "Campaigns", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "New campaign" })).toBeHidden();
  await page.goto(address);
  await expect(page.getByText("You can read this draft, not change it")).toBeVisible();
  await expect(page.getByRole("button", { name: "Launch…" })).toBeHidden();
  await page.goto(`/campaigns/new?client=${workspace.client.id}`);
  await expect(page.getByText("Your role does not allow new campaigns here")).toBeVisible();
});
