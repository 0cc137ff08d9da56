import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

interface Workspace {
  readonly agencyId: string;
  readonly client: { readonly id: string; readonly name: string; readonly accountId: string };
  readonly people: Readonly<Record<"owner" | "marketer" | "account_manager" | "viewer", string>>;
}

interface Fixtures {
  /** An agency of its own: one client, one person per role. */
  workspace: Workspace;
  signInAs: (role: keyof Workspace["people"]) => Promise<void>;
  /** Moves network time forwards. */
  passHours: (hours: number) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  workspace: async ({ request }, use) => {
    const made = await request.post("/api/test/workspace");
    expect(made.ok()).toBe(true);
    await use(await made.json());
  },
  signInAs: async ({ page, workspace }, use) => {
    await use(async (role) => {
      const personId = workspace.people[role];
      const entered = await page.request.post("/api/test/enter", { data: { personId } });
      expect(await entered.json()).toEqual({ entered: true });
    });
  },
  passHours: async ({ request }, use) => {
    await use(async (hours) => {
      const moved = await request.post("/api/test/clock", { data: { hours } });
      expect(moved.ok()).toBe(true);
    });
  },
});

/** Axe finds nothing on the page as it stands, in the light theme and in the dark one. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`,
    );
    expect(found, `axe in the ${colorScheme} theme at ${page.url()}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

export { expect };
