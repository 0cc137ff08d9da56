import { BuilderPage } from "./builder-page";
import { expect, expectAccessible, test } from "./nod";

test("a marketer builds an audience, sees who fits, saves it and finds it again", async ({
  page,
  workspace,
  signInAs,
}) => {
  await signInAs("marketer");
  const builder = new BuilderPage(page);
  await builder.openNew(workspace.client.id);
  await builder.expectRange();
  await builder.rename("Weekend riders");
  await builder.choose(/Like any of these/, "Soccer");
  await builder.choose(/Like any of these/, "Cooking");
  await builder.addMust();
  await builder.choose(/And must also like/, "Travel");
  await builder.choose(/Never these/, "Cricket");
  await builder.choose(/^Where/, "India");
  await builder.choose(/^Where/, "Brazil");
  await builder.ages("25", "44");
  await expect(builder.panel).toHaveAttribute("aria-busy", "false");
  await expect(builder.panel.getByText("in 2 places")).toBeVisible();
  await expect(page.getByText(/^In words:/).locator("..")).toContainText(/India/);
  await expectAccessible(page);
  await builder.save();

  await page.reload();
  await expect(page.getByLabel("Remove Soccer")).toBeVisible();
  await expect(page.getByLabel("Remove Brazil")).toBeVisible();
  await expect(page.getByLabel("To age")).toHaveValue("44");
  await page.goto(`/audiences?client=${workspace.client.id}`);
  await expect(page.getByRole("link", { name: "Weekend riders" })).toBeVisible();
});

test("an audience is built with the keyboard alone", async ({ page, workspace, signInAs }) => {
  await signInAs("marketer");
  const builder = new BuilderPage(page);
  await builder.openNew(workspace.client.id);
  await page.getByRole("textbox", { name: "Name of the audience" }).focus();
  await page.keyboard.type("By keyboard");
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.getAttribute("role")) === "combobox") break;
  }
  await page.keyboard.type("Soccer");
  await expect(page.getByRole("option", { name: /^Soccer/ }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Remove Soccer")).toBeVisible();
  await builder.expectRange();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Remove Soccer")).toBeHidden();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByLabel("Remove Soccer")).toBeVisible();
});

test("rules that are not saved travel in the address", async ({ page, workspace, signInAs }) => {
  await signInAs("marketer");
  const builder = new BuilderPage(page);
  await builder.openNew(workspace.client.id);
  await builder.expectRange();
  await page.context().setOffline(true);
  await page.getByLabel("To age").selectOption({ label: "34" });
  await expect(page).toHaveURL(/rules=/);
  await expect(page.getByText(/offline|not saved|get through/i).first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(page).not.toHaveURL(/rules=/, { timeout: 30_000 });
  await page.reload();
  await expect(page.getByLabel("To age")).toHaveValue("34");
});
