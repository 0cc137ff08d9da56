import { z } from "zod/mini";
import { companyLine } from "./company-line";
import { memberLine } from "./member-line";

/** The format of one line as a JSON Schema (2020-12), as docs/member.schema.json has it. */
export const memberJsonSchema = (): object => ({
  title: "A member of the network, one a line",
  description:
    "What npm run import takes. Rules that a schema cannot say (known countries, dates that lie ahead, ids met twice) are in docs/import.md.",
  ...z.toJSONSchema(memberLine, { io: "input" }),
});

/** The format of one line of the list of companies, as docs/company.schema.json has it. */
export const companyJsonSchema = (): object => ({
  title: "A company of the network, one a line",
  description: "What npm run import takes with --companies.",
  ...z.toJSONSchema(companyLine, { io: "input" }),
});
