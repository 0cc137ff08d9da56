import { expect, expectAccessible, test } from "./nod";

test("anybody reads which ads ran, without signing in, and finds one by who paid", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Ads that ran" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ads that ran" })).toBeVisible();
  const ads = page.getByRole("article");
  await expect(ads.first().getByText("Paid for by")).toBeVisible();
  await expect(ads.first().getByText("People under 18 or of unknown age.")).toBeVisible();
  await expectAccessible(page);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await wide()).toBe(false);

  const payer = await ads.first().locator("dd").first().innerText();
  await page.getByLabel("Who paid, or on whose behalf").fill(payer.toUpperCase());
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/[?&]payer=/);
  await expect(page.getByLabel("Who paid, or on whose behalf")).toHaveValue(payer.toUpperCase());
  for (const article of await ads.all()) await expect(article).toContainText(payer);

  await page.getByRole("link", { name: "Show all ads" }).click();
  await page.goto("/ads?q=there+is+no+such+ad");
  await expect(page.getByText("No ad fits.", { exact: false })).toBeVisible();
  await page.goto("/ads?page=none");
  await expect(page.getByText("page must be a number", { exact: false })).toBeVisible();
  await expectAccessible(page);
});

test("the same stands there as JSON, page by page, with nothing that looks like a person", async ({
  request,
}) => {
  const read = async (address: string) => {
    const answer = await request.get(address);
    expect(answer.ok()).toBe(true);
    expect(answer.headers()["cache-control"]).toBe("public, max-age=60");
    return answer.json();
  };
  const first = await read("/api/ads?limit=1");
  expect(first.paging.total).toBeGreaterThan(1);
  const { search } = new URL(first.paging.next);
  const second = await read(`/api/ads${search}`);
  expect(second.paging.page).toBe(2);
  expect(second.data[0].id).not.toBe(first.data[0].id);
  expect(Object.keys(first.data[0]).sort()).toEqual([
    ...["audience", "content", "countries", "id", "on_behalf_of", "paid_by"],
    ...["reached", "reached_by_country", "removed", "shown"],
  ]);
  const refused = await request.get("/api/ads?member=1");
  expect(refused.status()).toBe(400);
});
