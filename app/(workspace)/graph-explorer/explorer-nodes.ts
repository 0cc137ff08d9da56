import type { CallView, NodeView, ParameterView } from "@/components/explorer/explorer-view";
import { accountType } from "@/lib/network/ad-api/account-type";
import { commonParams } from "@/lib/network/ad-api/common-params";
import { describedEdges, fieldNames } from "@/lib/network/ad-api/described-edges";
import type { ParamSpec } from "@/lib/network/ad-api/node-type";
import { writable } from "@/lib/network/ad-api/object-spec";
import { objectTypes, specs } from "@/lib/network/ad-api/object-types";
import type { ObjectKind } from "@/lib/network/ad-api/store";

const views = (params: Readonly<Record<string, ParamSpec>>): readonly ParameterView[] =>
  Object.entries(params)
    .map(([name, { type, about, differs, required = false, values = [] }]) => ({
      ...{ name, type, required, values },
      about: differs ? `${about} ${differs}` : about,
    }))
    .sort((a, b) => Number(b.required) - Number(a.required));

const call = (
  method: CallView["method"],
  edge: string,
  about: string,
  params: Readonly<Record<string, ParamSpec>>,
  fields: readonly string[],
): CallView => {
  const { fields: asked, execution_options } = commonParams;
  const common = {
    ...(method === "POST" && execution_options && { execution_options }),
    ...(fields.length > 0 && asked && { fields: asked }),
  };
  const key = `${method} ${edge}`.trim();
  return { key, method, edge, about, parameters: views({ ...params, ...common }), fields };
};

const edgesOf = (of: string): readonly CallView[] =>
  describedEdges
    .filter((step) => step.of === of)
    .map(({ method, edge, about, params, fields }) =>
      call(method, edge, about, params, fieldNames(fields)),
    );

function ownCalls(kind: ObjectKind): readonly CallView[] {
  const { name } = specs[kind];
  const fields = Object.keys(objectTypes[kind].fields);
  const changeable = Object.entries(specs[kind].fields).filter(([, field]) => !field.fixed);
  const written = writable({ ...specs[kind], fields: Object.fromEntries(changeable) });
  const optional = Object.fromEntries(
    Object.entries(written).map(([key, { required: _, ...param }]) => [key, param]),
  );
  return [
    call("GET", "", `Reads one ${name}.`, {}, fields),
    call("POST", "", `Changes one ${name}.`, optional, fields),
    call("DELETE", "", `Deletes one ${name}; it can still be read by its id.`, {}, []),
  ];
}

/** Everything that can be asked of the ad API, from its own descriptions. */
export function explorerNodes(): readonly NodeView[] {
  const accountFields = Object.keys(accountType.fields);
  return [
    {
      key: "account",
      label: accountType.name,
      calls: [call("GET", "", "Reads an account.", {}, accountFields), ...edgesOf("account")],
    },
    { key: "", label: "Paths of their own", calls: edgesOf("") },
    ...(Object.keys(specs) as ObjectKind[]).map((kind) => ({
      key: kind,
      label: specs[kind].name,
      calls: [...ownCalls(kind), ...edgesOf(kind)],
    })),
  ];
}
