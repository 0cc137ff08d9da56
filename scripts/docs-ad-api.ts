// `npm run docs:ad-api`: writes what the ad API's descriptions say into docs/ad-api.md, between its markers.
import { readFileSync, writeFileSync } from "node:fs";
import { fillIn } from "./ad-api-page/markdown";
import { parts } from "./ad-api-page/parts";

const file = "docs/ad-api.md";
const before = readFileSync(file, "utf8");
const after = fillIn(before, parts());
writeFileSync(file, after);
console.log(before === after ? `${file} was up to date.` : `${file} is up to date now.`);
