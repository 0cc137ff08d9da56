// `npm run verify`: everything that needs nothing running, in seconds.

import { runChecks, verifyChecks } from "./checks.mjs";
import { prepareTypes } from "./prepare-types.mjs";

prepareTypes();
const { failed } = await runChecks(verifyChecks, { together: true });
process.exit(failed ? 1 : 0);
