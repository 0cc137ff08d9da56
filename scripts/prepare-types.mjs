import { existsSync, writeFileSync } from "node:fs";

/** Next writes next-env.d.ts on its first build and keeps it out of git; a fresh clone is type-checked before that. */
export function prepareTypes() {
  if (existsSync("next-env.d.ts")) return;
  writeFileSync(
    "next-env.d.ts",
    '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
  );
}
