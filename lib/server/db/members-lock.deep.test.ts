import { describe, expect, it } from "vitest";
import { StartRefusal } from "../start-refusal";
import { holdMembers } from "./members-lock";

describe("the members of a database", () => {
  it("need no lock of their own where the folder is locked", async () => {
    const [server, other] = [await holdMembers(null, "server"), await holdMembers(null, "import")];
    await server();
    await other();
  });

  const url = process.env.TEST_DATABASE_URL;
  if (!url) return;

  it("are shared by servers, and an import waits for none of them: it is refused in one line", async () => {
    const servers = [await holdMembers(url, "server"), await holdMembers(url, "server")];
    await expect(holdMembers(url, "import")).rejects.toThrow(StartRefusal);
    await servers[0]?.();
    await expect(holdMembers(url, "import")).rejects.toThrow(/stop that first/);
    await servers[1]?.();
    const alone = await holdMembers(url, "import");
    await expect(holdMembers(url, "server")).rejects.toThrow(/An import is running/);
    await expect(holdMembers(url, "import")).rejects.toThrow(StartRefusal);
    await alone();
    const server = await holdMembers(url, "server");
    await server();
  });
});
