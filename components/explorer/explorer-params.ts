import { parseAsString } from "nuqs";

/** Which call the explorer shows. */
export const explorerParams = {
  of: parseAsString.withDefault("account"),
  call: parseAsString.withDefault(""),
};
