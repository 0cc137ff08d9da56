// @vitest-environment happy-dom
import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createListReader } from "@/lib/companies/customer-list/create-list-reader";
import { ok, refuse } from "@/lib/result";
import type { CreateList, DeleteList } from "./upload-list";
import { UploadListDialog } from "./upload-list-dialog";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

// Hashing takes its time on a busy machine.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const emails = (many: number) =>
  Array.from({ length: many }, (_, n) => `person-${n}@example.com,Ana ${n}`);
const csv = (lines: readonly string[], header = "email,first name") =>
  new File([[header, ...lines].join("\n")], "Spring buyers.csv", { type: "text/csv" });

interface Sent {
  readonly body: string;
  readonly call: { readonly seq: number; readonly last: boolean; readonly rows: string[][] };
}

/** A server that takes every call but those that do not arrive. */
function aServer(isLost: (seq: number) => boolean = () => false) {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const call = JSON.parse(body);
    if (isLost(call.seq)) throw new TypeError("no connection");
    sent.push({ body, call });
    return Response.json({ received: 1 });
  });
  return sent;
}

function show(over: Partial<Parameters<typeof UploadListDialog>[0]> = {}) {
  const created: Parameters<CreateList>[0][] = [];
  const removed: Parameters<DeleteList>[0][] = [];
  const onClose = vi.fn();
  render(
    <UploadListDialog
      targets={[{ clientId: "c1", companyId: "p1", label: "Belbra Fitness" }]}
      replaced={null}
      create={async (input) => {
        created.push(input);
        return ok({ id: "77" });
      }}
      remove={async (input) => {
        removed.push(input);
        return ok(true);
      }}
      open={createListReader}
      onClose={onClose}
      {...over}
    />,
  );
  return { created, removed, onClose };
}

const choose = (file: File) =>
  fireEvent.change(screen.getByLabelText("Customer list file"), { target: { files: [file] } });
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole("button", { name }));

test("a file becomes hashes, and only hashes leave", async () => {
  const sent = aServer();
  const { created, onClose } = show();
  choose(csv(emails(5_100)));
  const first = await screen.findByLabelText("What “first name” holds");
  expect((first as HTMLSelectElement).value).toBe("first_name");
  expect(screen.getByText("Sent as a hash")).toBeTruthy();
  await press("Hash the rows");
  const leaves = await screen.findByRole("region", { name: "What leaves this browser" });
  expect(within(leaves).getAllByText(/^[0-9a-f]{64}$/)).toHaveLength(3);
  expect(leaves.textContent).not.toContain("@");
  expect(sent).toEqual([]);
  await press("Upload 5,100 rows");
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(created).toMatchObject([{ clientId: "c1", companyId: "p1", name: "Spring buyers" }]);
  expect(sent.map(({ call }) => [call.seq, call.last, call.rows.length])).toEqual([
    [1, false, 5_000],
    [2, true, 100],
  ]);
  expect(sent.some(({ body }) => body.includes("@") || body.includes("Ana"))).toBe(false);
});

test("who is sent twice in the file is said, and the file's few rows are refused before anything leaves", async () => {
  const sent = aServer();
  const { created } = show();
  choose(csv([...emails(640), ...emails(10), "nobody,Ana"]));
  await press("Hash the rows");
  await screen.findByText("640 rows to send");
  expect(screen.getByText("The same people again").nextSibling?.textContent).toBe("10");
  expect(screen.getByText(/This file has 640 that can be sent/)).toBeTruthy();
  expect((await screen.findByRole("button", { name: /^Upload/ })).hasAttribute("disabled")).toBe(
    true,
  );
  expect([...created, ...sent]).toEqual([]);
});

test("columns that were not recognised can be put right, and without one nothing is hashed", async () => {
  show();
  choose(csv(["Ana,4", "Ben,5"], "who,orders"));
  await screen.findByText("No column to find people by");
  const hash = await screen.findByRole("button", { name: "Hash the rows" });
  expect(hash.hasAttribute("disabled")).toBe(true);
  fireEvent.change(screen.getByLabelText("What “who” holds"), { target: { value: "phone" } });
  expect(hash.hasAttribute("disabled")).toBe(false);
  const country = screen.getByLabelText("Country of numbers without a country code");
  expect(within(country).getByText("Germany (+49)")).toBeTruthy();
});

test("numbers without a country code need their country", async () => {
  aServer();
  show();
  choose(csv(["0151 23456789", "0151 23456780"], "phone"));
  await press("Hash the rows");
  await screen.findByText("0 rows to send");
  await press("Back to the columns");
  fireEvent.change(await screen.findByLabelText(/^Country of numbers/), {
    target: { value: "DE" },
  });
  await press("Hash the rows");
  await screen.findByText("2 rows to send");
});

test("a file that cannot be read says why, and another can be chosen", async () => {
  show();
  choose(new File(["PK\u0003\u0004\0"], "list.xlsx"));
  expect((await screen.findByRole("alert")).textContent).toMatch(/Save the spreadsheet as/);
  choose(csv(emails(3)));
  await screen.findByLabelText("What “email” holds");
});

test("a refused name stands beside the name, and the rows stay", async () => {
  const message = "This name suggests health. Choose another name.";
  const sent = aServer();
  show({ create: async () => refuse("invalid", message, { name: message }) });
  choose(csv(emails(1_000)));
  await press("Hash the rows");
  await press("Upload 1,000 rows");
  await screen.findByText(message);
  expect(screen.getByLabelText("Name of the list").getAttribute("aria-invalid")).toBe("true");
  expect(sent).toEqual([]);
});

test("an upload that broke off goes on where it stopped", async () => {
  let online = false;
  const sent = aServer((seq) => seq === 2 && !online);
  const { onClose, created } = show();
  choose(csv(emails(5_500)));
  await press("Hash the rows");
  await press("Upload 5,500 rows");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("5,000 of 5,500 rows arrived");
  online = true;
  await press("Go on");
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(sent.map(({ call }) => call.seq)).toEqual([1, 2]);
  expect(created).toHaveLength(1);
});

test("an upload that is given up takes its new list with it; one that replaces leaves the old list", async () => {
  for (const replaced of [null, { clientId: "c1", id: "5", name: "Old" }]) {
    aServer(() => true);
    const { removed, onClose } = show({ replaced });
    choose(csv(emails(1_000)));
    await press("Hash the rows");
    await press(replaced ? "Replace 1,000 rows" : "Upload 1,000 rows");
    await press("Give up");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(removed).toEqual(replaced ? [] : [{ clientId: "c1", listId: "77" }]);
    cleanup();
  }
});
