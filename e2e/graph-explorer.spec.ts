import { expect, expectAccessible, test } from "./nod";

test("an owner tries a call in the explorer, is told beside the field what is wrong, and takes it along as curl", async ({
  page,
  signInAs,
}) => {
  await signInAs("owner");
  await page.goto("/settings?tab=tokens");
  await page.getByRole("link", { name: "Open the explorer" }).click();
  await page.waitForURL(/graph-explorer/);
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByText("HTTP 200")).toBeVisible();

  await page.getByLabel("Ask", { exact: true }).selectOption("POST campaigns");
  await page.getByLabel("status", { exact: true }).selectOption("PAUSED");
  await page.getByLabel("name", { exact: true }).fill("Tried by hand");
  await page.getByLabel("objective", { exact: true }).selectOption("OUTCOME_TRAFFIC");
  await page.getByLabel("special_ad_categories", { exact: true }).fill("[]");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByText("HTTP 400")).toBeVisible();
  const sharing = page.getByLabel("is_adset_budget_sharing_enabled", { exact: true });
  await expect(sharing).toHaveAttribute("aria-invalid", "true");
  await sharing.selectOption("false");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByText("HTTP 200")).toBeVisible();
  const command = page.getByRole("region", { name: "The call as curl" });
  await expect(command).toContainText("--data-urlencode 'name=Tried by hand'");
  await expect(command).toContainText("Bearer $TOKEN");
  await expectAccessible(page);

  await page.setViewportSize({ width: 375, height: 800 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
});

test("whoever may not make tokens is told so, and the handler refuses them and other sites", async ({
  page,
  signInAs,
}) => {
  await signInAs("marketer");
  await page.goto("/graph-explorer");
  await expect(page.getByText("The explorer is for owners")).toBeVisible();
  await expectAccessible(page);
  const data = { method: "GET", path: "me", params: {} };
  expect((await page.request.post("/api/graph-explorer", { data })).status()).toBe(403);
  await signInAs("owner");
  expect((await page.request.post("/api/graph-explorer", { data })).status()).toBe(200);
  const headers = { origin: "https://elsewhere.example" };
  expect((await page.request.post("/api/graph-explorer", { data, headers })).status()).toBe(403);
});
