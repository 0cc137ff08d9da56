import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./nod";

/** Counts what a person presses, from wherever they are. */
function presses(page: Page) {
  let count = 0;
  return {
    press: async (name: string | RegExp, role: "switch" | "link" | "button" = "switch") => {
      count += 1;
      await page
        .getByRole(role, { name })
        .first()
        .press(role === "switch" ? "Space" : "Enter");
    },
    get count() {
      return count;
    },
  };
}

/** As the offered member of that place: a number gets so many codes in half an hour, and journeys may be tried twice. */
async function enter(page: Page, which: number) {
  await page.goto("/you");
  await page.getByRole("button", { name: /^Use / }).nth(which).click();
  await page.getByRole("button", { name: "Send me a code" }).click();
  const message = await page.getByText(/is your code for Nod/).innerText();
  await page.getByLabel("Code from the text message").fill(message.slice(0, 6));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  // Somebody else may have left it off.
  if (!(await all(page).isChecked())) await all(page).press("Space");
  await expect(all(page)).toBeChecked();
}

const all = (page: Page) => page.getByRole("switch", { name: "My data may be used" });

test("stopping everything is one press from the privacy centre and two from an ad, and nothing asks whether one is sure", async ({
  page,
}) => {
  page.on("dialog", (dialog) => {
    throw new Error(`A dialog asks: ${dialog.message()}`);
  });
  await enter(page, 0);
  const fromHere = presses(page);
  await fromHere.press("My data may be used");
  await expect(page.getByText(/Stopped at/)).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  expect(fromHere.count).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(all(page)).toBeChecked();

  await page.goto("/you/why");
  await expectAccessible(page);
  const fromAd = presses(page);
  await fromAd.press("Back to your data", "link");
  await expect(all(page)).toBeChecked();
  await fromAd.press("My data may be used");
  await expect(page.getByText(/Stopped at/)).toBeVisible();
  expect(fromAd.count).toBe(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(all(page)).toBeChecked();
});

test("saying no to one thing takes as many presses as saying yes: one, for each purpose and app", async ({
  page,
}) => {
  await enter(page, 2);
  const groups = page.getByRole("group").filter({ has: page.getByRole("switch") });
  await expect(groups).toHaveCount(5);
  for (const group of await groups.all()) {
    const one = group.getByRole("switch").first();
    const before = await one.isChecked();
    for (const after of [!before, before]) {
      await one.press("Space");
      await expect(one).toBeChecked({ checked: after });
    }
  }
});

test("a receipt of the last change is a link that brings a file which proves it", async ({
  page,
}) => {
  await enter(page, 2);
  const messenger = page
    .getByRole("group", { name: "Friend suggestions" })
    .getByRole("switch", { name: "The messenger" });
  await messenger.press("Space");
  const downloading = page.waitForEvent("download");
  await page
    .getByRole("region", { name: "History and receipts" })
    .getByRole("link", { name: /Receipt/ })
    .first()
    .click();
  const file = await (await downloading).path();
  expect(await readFile(file, "utf8")).toContain("friend_suggestions");
  const verify = (receipt: string) => {
    const { origin } = new URL(page.url());
    const order = ["scripts/run.mjs", "scripts/verify-receipt.ts", receipt, "--url", origin];
    // The runner's colours would have Node warn on the channel that is read here.
    const { FORCE_COLOR: _force, NO_COLOR: _no, ...env } = process.env;
    return spawnSync(process.execPath, order, { encoding: "utf8", env });
  };
  const proven = verify(file);
  expect([proven.status, proven.stderr]).toEqual([0, ""]);
  expect(proven.stdout).toContain("still begins with what the receipt was signed with");
  const forged = `${file}.forged`;
  await writeFile(
    forged,
    (await readFile(file, "utf8")).replaceAll("friend_suggestions", "safety"),
  );
  expect(verify(forged).stderr).toMatch(/^Not proven: /);
  await messenger.press("Space");
});
