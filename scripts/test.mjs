// `npm test`: verify, deep tests, a production build, and the browser tests. The last line is the true sum.
import { findBrowser } from "./browser.mjs";
import { runChecks, slowChecks, verifyChecks } from "./checks.mjs";
import { prepareTypes } from "./prepare-types.mjs";

prepareTypes();
try {
  process.env.CHROMIUM_PATH = findBrowser();
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const { passed, failed } = await runChecks([...verifyChecks, ...slowChecks], { together: false });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
