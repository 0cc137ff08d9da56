import { expect, type Page } from "@playwright/test";

/** The audience builder as a person uses it. */
export class BuilderPage {
  constructor(readonly page: Page) {}

  async openNew(clientId: string): Promise<void> {
    await this.page.goto(`/audiences?client=${clientId}`);
    await this.page.getByRole("button", { name: "New audience" }).first().click();
    await this.page.waitForURL(/\/audiences\/[^?]+\?/);
  }

  async rename(name: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Name of the audience" }).fill(name);
  }

  /** Types into a box, and takes the option of exactly this name. */
  async choose(box: RegExp, option: string): Promise<void> {
    const input = this.page.getByRole("combobox", { name: box });
    await input.fill(option);
    await this.page
      .getByRole("option", { name: new RegExp(`^${option}`) })
      .first()
      .click();
    await expect(this.page.getByLabel(`Remove ${option}`)).toBeVisible();
  }

  async addMust(): Promise<void> {
    await this.page.getByRole("button", { name: "And must also like" }).click();
  }

  async ages(from: string, to: string): Promise<void> {
    await this.page.getByLabel("From age").selectOption({ label: from });
    await this.page.getByLabel("To age").selectOption({ label: to });
  }

  get panel() {
    return this.page.getByRole("region", { name: "People who fit" });
  }

  /** The panel has settled on a range of people. */
  async expectRange(): Promise<void> {
    await expect(this.panel).toHaveAttribute("aria-busy", "false");
    await expect(this.panel.getByText(/^[\d.]+[KM]?–[\d.]+[KM]?$/).first()).toBeVisible();
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save audience" }).click();
    await expect(this.page.getByText("Saved for use")).toBeVisible();
  }
}
