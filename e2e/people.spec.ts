import { expect, expectAccessible, test } from "./nod";

test("an owner adds a colleague, who sets a password by the link, signs out and in again", async ({
  page,
  browser,
  signInAs,
}) => {
  test.setTimeout(120_000);
  await signInAs("owner");
  await page.goto("/settings?tab=people");
  await page.getByLabel("Name", { exact: true }).fill("Nina Newcomer");
  await page.getByLabel("Email address").fill("nina@");
  await page.getByRole("button", { name: "Add the person" }).click();
  await expect(page.getByText("This is not an email address.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nina Newcomer");

  const email = `nina.${Date.now()}@northlight.example`;
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption("viewer");
  await page.getByRole("button", { name: "Add the person" }).click();
  const link = await page.getByLabel("Their link to set a password").inputValue();
  await expect(page.getByRole("heading", { name: /Nina Newcomer/ })).toBeVisible();
  await expectAccessible(page);

  const own = await browser.newContext();
  const nina = await own.newPage();
  await nina.goto(new URL(link).pathname);
  await expectAccessible(nina);
  await nina.getByLabel("New password").fill("short");
  await nina.getByRole("button", { name: "Set the password" }).click();
  await expect(nina.getByText("A password has at least 12 characters.")).toBeVisible();
  await nina.getByLabel("New password").fill("a password of her own");
  await nina.getByRole("button", { name: "Set the password" }).click();
  await expect(nina).toHaveURL(/\/overview/);

  await nina.getByRole("button", { name: /account/ }).click();
  await nina.getByRole("button", { name: "Sign out" }).click();
  await expect(nina).toHaveURL(/\/sign-in/);
  await nina.goto("/settings");
  await expect(nina).toHaveURL(/\/sign-in\?next=%2Fsettings/);
  await nina.getByLabel("Email address").fill(email);
  await nina.getByLabel("Password").fill("not her password");
  await nina.getByRole("button", { name: "Sign in" }).click();
  await expect(nina.getByText("The email address or the password is wrong.")).toBeVisible();
  await expect(nina.getByLabel("Email address")).toHaveValue(email);
  await nina.getByLabel("Password").fill("a password of her own");
  await nina.getByRole("button", { name: "Sign in" }).click();
  await expect(nina).toHaveURL(/\/settings$/);
  await expect(nina.getByText("Viewer for all clients")).toBeVisible();
  await nina.goto(new URL(link).pathname);
  await expect(nina.getByRole("heading", { level: 1 })).toHaveText(/does not work any more/);

  await page.getByRole("button", { name: "Remove the role of Nina Newcomer" }).click();
  await page.getByRole("button", { name: "Remove the role", exact: true }).click();
  await expect(page.getByRole("heading", { level: 3, name: /Nina Newcomer/ })).toBeHidden();
  await nina.goto("/overview");
  await expect(nina.getByRole("heading", { level: 1 })).toHaveText("You have no role any more");
  await own.close();
});

test("an owner adds a client, chooses its companies and makes a token; the last owner stays", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(120_000);
  await signInAs("owner");
  await page.goto("/settings?tab=clients");
  await page.getByLabel("Name", { exact: true }).fill("Kite Makers");
  await page.getByLabel("Currency").selectOption("JPY");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByRole("button", { name: "Add the client" }).click();
  await expect(page.getByText(/JPY, Asia\/Tokyo, ad account act_\d+/)).toBeVisible();
  await page.getByRole("button", { name: "Change the companies of Kite Makers" }).click();
  await page.getByLabel("Add a company").fill("fitness");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Save the companies" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(/Fitness$/).first()).toBeVisible();
  await expectAccessible(page);

  await page.goto("/settings?tab=tokens");
  await page.getByLabel("Name", { exact: true }).fill("Importer");
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  await expectAccessible(page);
  const asked = await page.request.get("/graph/v24.0/me/adaccounts", {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(asked.ok()).toBe(true);
  await page.getByRole("button", { name: "Revoke Importer" }).click();
  await page.getByRole("button", { name: "Revoke the token" }).click();
  await expect(page.getByText("revoked", { exact: true })).toBeVisible();
  const refused = await page.request.get("/graph/v24.0/me/adaccounts", {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(refused.ok()).toBe(false);

  await page.goto("/settings?tab=people");
  await page
    .getByLabel("Role of Ada Owner for all clients", { exact: true })
    .selectOption("viewer");
  await expect(page.getByText(/This is the last owner of the agency/)).toBeVisible();
});

test("a marketer changes their own password at most, and sees no one else's roles", async ({
  page,
  signInAs,
}) => {
  await signInAs("marketer");
  await page.goto("/settings?tab=people");
  await expect(page.getByText("People are for owners")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ad API tokens" })).toBeHidden();
  await page.goto("/settings");
  await expect(page.getByText("Marketer for all clients")).toBeVisible();
});
