import { pageParams } from "./common-params";
import type { Step } from "./node-type";
import { readClock, readMe, readMyAccounts } from "./root-nodes";
import type { Answer, EdgeCall, Scope } from "./scope";
import { search } from "./search";
import { placeFields, searchParams, segmentFields } from "./search-fields";

/** A path of its own, below no node. */
export interface RootEdge {
  readonly get: Omit<Step<never>, "run"> & {
    readonly run: (scope: Scope, edge: EdgeCall) => Answer;
  };
}

export const rootEdges: Readonly<Record<string, RootEdge>> = {
  me: {
    get: {
      about: "The workspace that the token speaks for.",
      run: readMe,
      params: {},
      fields: {
        id: { type: "id", about: "The workspace." },
        name: { type: "text", about: "Its name." },
        adaccounts: { type: "list of accounts", about: "The edge of the same name." },
      },
      differs: "A token stands for a workspace, never for a person.",
    },
  },
  "me/adaccounts": {
    get: {
      about: "The ad accounts that the token may see, by name.",
      run: readMyAccounts,
      params: pageParams,
      fields: "account",
    },
  },
  search: {
    get: {
      about: "Finds interests, places and categories.",
      run: search,
      params: searchParams,
      fields: {
        ...segmentFields,
        ...placeFields,
        valid: { type: "flag", about: "Of adinterestvalid: whether a targeting may name it." },
      },
    },
  },
  nod_clock: {
    get: {
      about: "Network time, and how many times faster than the wall clock it runs.",
      run: async (scope) => readClock(scope),
      params: {},
      fields: {},
    },
  },
};
