import { expect, expectAccessible, test } from "./nod";

test("an account manager opens a client's report, shares it, and takes the link back", async ({
  page,
  browser,
  workspace,
  signInAs,
}) => {
  await signInAs("account_manager");
  await page.goto("/overview");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/reports?client=${workspace.client.id}`);
  await expect(page.getByText(/Method/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this report" });
  await dialog.getByLabel("Password").fill("open-sesame-2026");
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await dialog.getByRole("textbox", { name: "The link" }).inputValue();
  expect(link).toContain("/share/");

  const visitor = await browser.newContext();
  const guest = await visitor.newPage();
  await guest.goto(link);
  await guest.getByLabel("Password").fill("wrong");
  await guest.getByRole("button", { name: "Open the report" }).click();
  await expect(guest.getByText(/password/i).last()).toBeVisible();
  await guest.getByLabel("Password").fill("open-sesame-2026");
  await guest.getByRole("button", { name: "Open the report" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toContainText(workspace.client.name);
  await expectAccessible(guest);

  await page.reload();
  await page.getByRole("button", { name: "Share" }).click();
  await page
    .getByRole("button", { name: /Switch off|Revoke/ })
    .first()
    .click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /Switch/ })
    .click();
  await expect(page.getByText(/Switched off|Revoked/i).first()).toBeVisible();
  await guest.reload();
  await expect(guest.getByText(/no longer|switched off|revoked/i).first()).toBeVisible();
  await visitor.close();
});

test("a report goes out as CSV with its period, zone and method", async ({
  page,
  workspace,
  signInAs,
}) => {
  await signInAs("account_manager");
  await page.goto(`/reports?client=${workspace.client.id}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const file = await download;
  const stream = await file.createReadStream();
  const text = (await stream.toArray()).join("");
  expect(text).toContain("Europe/Berlin");
  expect(text).toMatch(/method/i);
});
