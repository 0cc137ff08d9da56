import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./nod";

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 90; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${target}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** Types into a box of chips and takes the first option; again when the list was still changing under the arrow key. */
async function choose(page: Page, box: RegExp, option: string): Promise<void> {
  const chip = page.getByLabel(`Remove ${option}`);
  await expect(async () => {
    if (await chip.isVisible()) return;
    await type(page, page.getByRole("combobox", { name: box }), option);
    const found = page.getByRole("option", { name: new RegExp(`^${option}`) }).first();
    await expect(found).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(chip).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await page.keyboard.press("Escape");
}

test("from signing in to rising reach without a mouse", async ({ page, passHours }) => {
  test.setTimeout(180_000);
  await page.goto("/sign-in");
  await press(page, page.getByRole("button", { name: /continue as marketer/i }));
  await page.waitForURL(/\/overview/);
  await page.goto("/audiences?client=noradano");
  await press(page, page.getByRole("button", { name: "New audience" }));
  await page.waitForURL(/\/audiences\/[^?]+\?/);

  const name = `By keyboard ${Date.now()}`;
  await type(page, page.getByRole("textbox", { name: "Name of the audience" }), name);
  await choose(page, /Like any of these/, "Soccer");
  await choose(page, /Like any of these/, "Cooking");
  await press(page, page.getByRole("button", { name: "And must also like" }));
  await choose(page, /And must also like/, "Sports");
  await choose(page, /Never these/, "Polar Travel");
  await choose(page, /^Where/, "India");
  await choose(page, /^Where/, "Brazil");
  await tabTo(page, page.getByLabel("From age"));
  await page.keyboard.type("25");
  await tabTo(page, page.getByLabel("To age"));
  await page.keyboard.type("44");
  await expect(page.getByLabel("To age")).toHaveValue("44");
  await page.getByRole("textbox", { name: "Name of the audience" }).focus();
  await press(page, page.getByRole("button", { name: "Save audience" }));
  await expect(page.getByText("Saved for use")).toBeVisible();

  await press(page, page.getByRole("link", { name: "Use in campaign" }));
  await page.waitForURL(/\/campaigns\/(?!new)[^?]+/);
  await type(page, page.getByLabel("Name", { exact: true }), name);
  await press(
    page,
    page.getByRole("switch", { name: /Only people who already work with/ }),
    "Space",
  );
  await type(page, page.getByLabel("Budget a day"), "4000");
  await type(page, page.getByLabel("Headline"), "Play on Sunday");
  await type(page, page.getByLabel("Text"), "A game, and something good to eat.");
  await type(page, page.getByLabel("Link"), "https://www.noradano.example/");
  await press(page, page.getByRole("button", { name: "Launch…" }));
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: "Launch" }));
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();

  await passHours(80);
  const reached = page.getByText("People reached", { exact: true }).locator("..");
  await expect(reached).toContainText(/\d.*–.*\d/, { timeout: 30_000 });
});
