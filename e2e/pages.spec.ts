import { expect, expectAccessible, test } from "./nod";

const rooms = [
  "/overview",
  "/audiences",
  "/companies",
  "/campaigns",
  "/reports",
  "/settings",
  "/graph-explorer",
];

for (const role of ["marketer", "account manager", "viewer"] as const) {
  test(`the demo's ${role} finds every room in order, in both themes`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto("/sign-in");
    await expectAccessible(page);
    await page.getByRole("button", { name: new RegExp(`continue as ${role}`, "i") }).click();
    await page.waitForURL(/\/overview/);
    for (const room of rooms) {
      await page.goto(room);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test("the public pages are accessible: the member's page, the method, a dead link, a page that is not there", async ({
  page,
}) => {
  for (const place of ["/you", "/method", "/share/nothing-here", "/no-such-page"]) {
    await page.goto(place);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test("a page on a phone does not scroll sideways", async ({ page, workspace, signInAs }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await signInAs("marketer");
  for (const room of rooms) {
    await page.goto(`${room}?client=${workspace.client.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(wider, room).toBeLessThanOrEqual(0);
  }
});
