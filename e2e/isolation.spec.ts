import { expect, test } from "./nod";

test("another agency's clients, audiences and campaigns are not found", async ({
  page,
  request,
  workspace,
  signInAs,
}) => {
  await signInAs("marketer");
  await page.goto(`/audiences?client=${workspace.client.id}`);
  await page.getByRole("button", { name: "New audience" }).first().click();
  await page.waitForURL(/\/audiences\/[^?]+\?/);
  const audience = page.url();
  await page.goto(`/campaigns/new?client=${workspace.client.id}`);
  await page.waitForURL(/\/campaigns\/(?!new)[^?]+/);
  const campaign = page.url();

  const made = await request.post("/api/test/workspace");
  const stranger = await made.json();
  await page.request.post("/api/test/enter", { data: { personId: stranger.people.owner } });
  const places = [
    audience,
    campaign,
    `/audiences?client=${workspace.client.id}`,
    `/campaigns?client=${workspace.client.id}`,
    `/reports?client=${workspace.client.id}`,
    `/overview?client=${workspace.client.id}`,
    `/companies?client=${workspace.client.id}`,
  ];
  for (const place of places) {
    await page.goto(place);
    const nothing = page.getByRole("heading", { name: "There is nothing at this address" });
    await expect(nothing, place).toBeVisible();
  }
  const csv = await page.request.get(
    `/api/reports/${workspace.client.id}/csv?from=2026-11-01&to=2026-11-20`,
  );
  expect(csv.status()).toBe(404);
});

test("without a session every page leads to the door and every handler answers 401", async ({
  page,
  request,
  workspace,
}) => {
  for (const place of [
    "/overview",
    "/audiences",
    "/companies",
    "/campaigns",
    "/reports",
    "/settings",
  ]) {
    await page.goto(`${place}?client=${workspace.client.id}`);
    await expect(page).toHaveURL(/\/sign-in/);
  }
  const reach = await request.get(`/api/segments?q=travel`);
  expect(reach.status()).toBe(401);
  const graph = await request.get("/graph/v24.0/me");
  expect(graph.status()).toBe(401);
  expect((await graph.json()).error.type).toBe("OAuthException");
});
