import { expect, expectAccessible, test } from "./nod";

test("a member stops everything with one switch, takes it back, and changes one choice", async ({
  page,
}) => {
  await page.goto("/you");
  await page
    .getByRole("button", { name: /Continue as member/ })
    .first()
    .click();
  const all = page.getByRole("switch", { name: "My data may be used" });
  await expect(all).toBeChecked();
  await expectAccessible(page);
  const given = await page.getByRole("switch", { checked: true }).count();

  await all.press("Space");
  await expect(page.getByText(/Stopped at/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "What for, and in which app" })).toBeHidden();
  await expectAccessible(page);
  await page.reload();
  await expect(all).not.toBeChecked();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(all).toBeChecked();
  await expect(page.getByRole("switch", { checked: true })).toHaveCount(given);

  const messenger = page
    .getByRole("group", { name: "Relevant ads" })
    .getByRole("switch", { name: "Messenger" });
  await expect(messenger).toBeChecked();
  await messenger.press("Space");
  await expect(page.getByText("You stopped: Relevant ads in Messenger.")).toBeVisible();
  await page.reload();
  await expect(messenger).not.toBeChecked();
});

test("nobody becomes a member by writing a number into the form or the cookie", async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto("/you");
  await page
    .locator('input[name="member"]')
    .first()
    .evaluate((input: HTMLInputElement) => {
      input.value = "12345";
    });
  await page
    .getByRole("button", { name: /Continue as member/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /Continue as member/ }).first()).toBeVisible();
  const until = Date.now() + 3_600_000;
  const value = `12345.${until}.${"A".repeat(43)}`;
  await context.addCookies([{ name: "nod-member", value, url: `${baseURL}/you` }]);
  await page.reload();
  await expect(page.getByRole("button", { name: /Continue as member/ }).first()).toBeVisible();
});
