import { expect, test } from "vitest";
import { memorySuppressions } from "@/lib/network/consent/memory-suppressions";
import { suppressionKey } from "@/lib/network/consent/suppression";
import { identityKey } from "@/lib/network/population/import/identity-key";
import { keyBytes } from "./read-chunk";
import { withoutSuppressed } from "./without-suppressed";

const pepper = "a pepper that only tests know, 32 characters";
const key = (kind: "email" | "phone", n: number) => identityKey(pepper, kind, `${n}`.repeat(64));

test("whoever deleted everything once may be imported again, and matches no list", async () => {
  const store = memorySuppressions();
  await store.add([suppressionKey(pepper, key("email", 1), "everybody")], new Date());
  await store.add([suppressionKey(pepper, key("email", 2), { company: "shop" })], new Date());
  const numbers = [0, 1, 2];
  const rows = {
    ...{ members: 3, ids: ["a", "b", "c"], packed: new Uint8Array(), leaves: 0 },
    consents: new Uint8Array(),
    ...{ companies: [], report: "", reasons: {} },
    emailKeys: Buffer.concat(numbers.map((n) => key("email", n))),
    phoneKeys: Buffer.concat(
      numbers.map((n) => (n === 2 ? Buffer.alloc(keyBytes) : key("phone", n))),
    ),
  };
  const kept = await withoutSuppressed(store, pepper, rows);
  expect(kept.ids).toEqual(rows.ids);
  const none = Buffer.alloc(keyBytes);
  expect(Buffer.from(kept.emailKeys)).toEqual(
    Buffer.concat([key("email", 0), none, key("email", 2)]),
  );
  expect(Buffer.from(kept.phoneKeys)).toEqual(rows.phoneKeys);
});
