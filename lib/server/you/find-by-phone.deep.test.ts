import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { identityKey } from "@/lib/network/population/import/identity-key";
import { memberIdentity } from "../db/schema/members";
import { storesUnderTest } from "../store/testing";
import { findByPhone } from "./find-by-phone";
import { offeredMembers } from "./offered-members";

const pepper = "a pepper of at least thirty-two characters";
const digits = "491701234567";

for (const under of storesUnderTest()) {
  test(`a number finds the member whom an import brought with it, in ${under.name}`, async () => {
    const db = await under.empty();
    const sha256 = createHash("sha256").update(digits).digest("hex");
    const phoneKey = identityKey(pepper, "phone", sha256);
    await db
      .insert(memberIdentity)
      .values({ member: 41, externalId: "m-41", emailKey: null, phoneKey });
    expect(await findByPhone(db, pepper, [], digits)).toBe(41);
    expect(await findByPhone(db, pepper, [], "491701234568")).toBeNull();
    expect(await findByPhone(db, "another pepper of thirty-two characters", [], digits)).toBeNull();
  });

  test(`a made-up number finds the member it is offered for, in ${under.name}`, async () => {
    const db = await under.empty();
    const offered = offeredMembers({ seed: 1, members: 20_000, madeOn: 20_500 });
    for (const { phone, member } of offered) {
      expect(await findByPhone(db, pepper, offered, phone.replace(/\D/g, ""))).toBe(member);
    }
    expect(await findByPhone(db, pepper, [], "447700900000")).toBeNull();
  });
}
