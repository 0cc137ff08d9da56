import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./nod";

const phone = { width: 375, height: 812 };

/** Signs in as one of the offered members, with the code of the mock text message. */
async function enterAs(page: Page, which: number) {
  await page.goto("/you");
  await page.getByRole("button", { name: /^Use / }).nth(which).click();
  await page.getByRole("button", { name: "Send me a code" }).click();
  const message = await page.getByText(/is your code for Nod/).innerText();
  await page.getByLabel("Code from the text message").fill(message.slice(0, 6));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

test.describe("on a phone", () => {
  test.use({ viewport: phone });

  test("a member signs in with a number and its code, and a wrong code lets nobody in", async ({
    page,
  }) => {
    await page.goto("/you");
    await expectAccessible(page);
    await page.getByRole("textbox", { name: "Phone number" }).fill("07700");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await expect(page.getByText(/with its country code, for example/)).toBeVisible();
    await page.getByRole("button", { name: /^Use / }).nth(2).click();
    await page.getByRole("button", { name: "Send me a code" }).click();
    const message = await page.getByText(/is your code for Nod/).innerText();
    const code = message.slice(0, 6);
    await expectAccessible(page);
    await page
      .getByLabel("Code from the text message")
      .fill(code === "123456" ? "654321" : "123456");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("This code is not right", { exact: false })).toBeVisible();
    await expect(page.getByText(`${code} is your code for Nod`, { exact: false })).toBeVisible();
    await page.getByLabel("Code from the text message").fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("switch", { name: "My data may be used" })).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("textbox", { name: "Phone number" })).toBeVisible();
  });

  test("a member stops everything with one press, takes it back, and changes one choice", async ({
    page,
  }) => {
    await enterAs(page, 0);
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
      .getByRole("switch", { name: "The messenger" });
    // Another journey may have left it off.
    if (!(await messenger.isChecked())) await messenger.press("Space");
    await expect(messenger).toBeChecked();
    await messenger.press("Space");
    await expect(
      page.getByText("You stopped: Relevant ads · The messenger", { exact: true }).first(),
    ).toBeVisible();
    await page.reload();
    await expect(messenger).not.toBeChecked();
    await messenger.press("Space");
    await expect(messenger).toBeChecked();
  });

  test("the notice is closed without a yes, read again and answered, in German", async ({
    page,
  }) => {
    await enterAs(page, 1);
    await page.getByRole("button", { name: "Deutsch" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Deine Daten" })).toBeVisible();
    await expect(page.locator("main")).toHaveAttribute("lang", "de");
    const notice = page.getByRole("region", { name: "Was mit deinen Daten geschehen darf" });
    await expect(notice.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(notice.getByRole("button", { name: "Antworten speichern" })).toBeDisabled();
    await expectAccessible(page);

    await notice.getByRole("button", { name: "Ohne Antwort schließen" }).click();
    await expect(page.getByText("Das ist kein Ja", { exact: false })).toBeVisible();
    await page.reload();
    await expect(notice).toBeHidden();
    await page.getByRole("button", { name: "Noch einmal lesen" }).click();

    await notice.getByRole("button", { name: "Nein zu allem" }).click();
    await notice.getByRole("button", { name: "Antworten speichern" }).click();
    await expect(notice).toBeHidden();
    await page.reload();
    await expect(
      page.getByRole("switch", { name: "Meine Daten dürfen benutzt werden" }),
    ).toBeVisible();
    await expect(notice).toBeHidden();
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your data" })).toBeVisible();
  });

  test("a member removes a signal, takes everything along, and deletes everything", async ({
    page,
  }) => {
    await enterAs(page, 1);
    const signals = page.getByRole("region", { name: "My signals" });
    const first = signals.getByRole("button", { name: /^Remove / }).first();
    const name = (await first.innerText()).replace(/\s+/g, " ");
    await first.click();
    await expect(signals.getByRole("button", { name, exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(signals.getByRole("button", { name, exact: true })).toBeVisible();

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download everything" }).click();
    const file = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
    expect(file).toMatchObject({
      format: "nod-my-data/1",
      signals: expect.any(Array),
      adsShown: expect.any(Array),
    });
    expect(file.signals.length).toBeGreaterThan(0);

    await page.getByRole("link", { name: "Ads chosen for you" }).click();
    await expect(page.getByRole("heading", { name: "Why did I see this ad?" })).toBeVisible();
    await expect(page).toHaveTitle(/Why did I see this ad/);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Back to your data" }).click();

    await page.getByText("How to delete everything").click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Delete everything about me" }).click();
    await expect(page.getByRole("heading", { name: "Everything is deleted" })).toBeVisible();
    await expect(page).toHaveTitle(/Everything is deleted/);
    await expectAccessible(page);
    expect((await page.request.get("/api/you/download")).status()).toBe(401);
    await page.getByRole("link", { name: "Go to the sign-in page" }).click();
    await expect(page.getByRole("button", { name: /^Use / })).toHaveCount(3);
  });
});

test("nobody becomes a member by writing a number into the cookie", async ({
  page,
  context,
  baseURL,
}) => {
  const until = Date.now() + 3_600_000;
  const value = `12345.${until}.${"A".repeat(43)}`;
  await context.addCookies([{ name: "nod-member", value, url: `${baseURL}/you` }]);
  await page.goto("/you");
  await expect(page.getByRole("textbox", { name: "Phone number" })).toBeVisible();
  expect((await page.request.get("/api/you/download")).status()).toBe(401);
});

test("a browser with Global Privacy Control sees that it is honoured", async ({ page }) => {
  await enterAs(page, 0);
  await page.setExtraHTTPHeaders({ "Sec-GPC": "1" });
  await page.reload();
  await expect(page.getByText("Global Privacy Control is honoured").first()).toBeVisible();
  const ads = page.getByRole("group", { name: "Relevant ads" });
  await expect(ads.getByRole("switch", { checked: true })).toHaveCount(0);
  await expect(page.getByText("Your browser's Global Privacy Control stopped:")).toBeVisible();
});
