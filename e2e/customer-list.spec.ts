import { expect, expectAccessible, test } from "./nod";

const csv = (rows: readonly string[]) => ({
  name: "Spring buyers.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(["Email,First name", ...rows].join("\n")),
});
const members = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => ` Member-${from + n}@People.example ,Ana`);

test("a marketer uploads a list whose addresses stay in the browser, replaces and deletes it", async ({
  page,
  workspace,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const posted: string[] = [];
  page.on("request", (request) => posted.push(request.postData() ?? ""));
  await signInAs("marketer");
  await page.goto(`/companies?client=${workspace.client.id}`);
  await expect(page.getByText("No list was uploaded yet.")).toBeVisible();

  await page.getByRole("button", { name: "Upload a customer list" }).click();
  await page.getByLabel("Customer list file").setInputFiles(csv(members(0, 20_000)));
  await expect(page.getByLabel("What “First name” holds")).toHaveValue("first_name");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hash the rows" }).click();
  await expect(page.getByText("20,000 rows to send")).toBeVisible();
  await page.getByLabel("Name of the list").fill("Diabetes patients");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Upload 20,000 rows" }).click();
  await expect(page.getByText(/^This name suggests/)).toBeVisible();
  await page.getByLabel("Name of the list").fill("Spring buyers");
  await page.getByRole("button", { name: "Upload 20,000 rows" }).click();

  const row = page.getByRole("row", { name: /Spring buyers/ });
  await expect(row).toContainText("Ready", { timeout: 60_000 });
  await expect(row).toContainText("20,000");
  await expect(row).toContainText(/\d+–\d+ %/);
  expect(posted.filter((body) => /people\.example/i.test(body))).toEqual([]);
  await expectAccessible(page);

  await page.getByRole("button", { name: "More actions for Spring buyers" }).click();
  await page.getByRole("menuitem", { name: "Replace…" }).click();
  await page.getByLabel("Customer list file").setInputFiles(csv(members(0, 6_000)));
  await page.getByRole("button", { name: "Hash the rows" }).click();
  await page.getByRole("button", { name: "Replace 6,000 rows" }).click();
  await expect(row).toContainText("6,000", { timeout: 60_000 });

  await page.getByRole("button", { name: "More actions for Spring buyers" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No list was uploaded yet.")).toBeVisible();
});
