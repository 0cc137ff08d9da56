import { useQueryStates } from "nuqs";
import { useState } from "react";
import { explorerParams } from "./explorer-params";
import type { Call, CallView, NodeView } from "./explorer-view";

const none: CallView = { key: "", method: "GET", edge: "", about: "", parameters: [], fields: [] };

/** What the form is filled in with. Which call it is stands in the address; values and tokens do not. */
export function useAsked(nodes: readonly NodeView[], firstAccount: string) {
  const [{ of, call: key }, setPlace] = useQueryStates(explorerParams);
  const [id, setId] = useState("");
  const [account, setAccount] = useState(firstAccount);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const node = nodes.find((one) => one.key === of) ?? nodes[0];
  const view = node?.calls.find((one) => one.key === key) ?? node?.calls[0] ?? none;
  const below = node?.key === "" ? "" : node?.key === "account" ? account : id.trim();
  const known = new Set(view.parameters.map(({ name }) => name));
  const call: Call = {
    method: view.method,
    path: [below, view.edge].filter(Boolean).join("/"),
    params: Object.fromEntries(
      Object.entries(values).filter(([name, value]) => known.has(name) && value !== ""),
    ),
  };
  return {
    ...{ node, view, call, id, account, values, setId, setAccount },
    setValue: (name: string, value: string) => setValues({ ...values, [name]: value }),
    chooseNode: (next: string) => {
      setPlace({ of: next, call: null });
    },
    chooseCall: (next: string) => {
      setPlace({ call: next });
    },
  };
}
export type AskedState = ReturnType<typeof useAsked>;
