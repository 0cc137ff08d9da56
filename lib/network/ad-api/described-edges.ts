import { accountType } from "./account-type";
import type { Described, ParamSpec } from "./node-type";
import { objectTypes, specs } from "./object-types";
import { rootEdges } from "./root-edges";
import type { ObjectKind } from "./store";

/** One method of one path, as documentation and explorer tell it. */
export interface DescribedStep {
  /** What it stands below: nothing, an account or a kind of object. */
  readonly of: "" | "account" | ObjectKind;
  readonly edge: string;
  /** As it is written: /act_<n>/campaigns. */
  readonly path: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly about: string;
  readonly differs?: string;
  readonly params: Readonly<Record<string, ParamSpec>>;
  /** The name of what is answered, or its fields. */
  readonly fields: string | Readonly<Record<string, Described>>;
}

type Step = Pick<DescribedStep, "about" | "differs" | "params" | "fields">;
type Edges = Readonly<
  Record<string, { readonly get?: Step; readonly post?: Step; readonly delete?: Step }>
>;

const methods = { get: "GET", post: "POST", delete: "DELETE" } as const;

const stepsOf = (of: DescribedStep["of"], below: string, edges: Edges): readonly DescribedStep[] =>
  Object.entries(edges).flatMap(([edge, steps]) =>
    (["get", "post", "delete"] as const).flatMap((key) => {
      const step = steps[key];
      if (!step) return [];
      const { about, differs, params, fields } = step;
      const path = `${below}/${edge}`;
      const said = { of, edge, path, method: methods[key], about, params, fields };
      return [differs ? { ...said, differs } : said];
    }),
  );

/** Every described edge, the paths of their own first. */
export const describedEdges: readonly DescribedStep[] = [
  ...stepsOf("", "", rootEdges),
  ...stepsOf("account", "/act_<n>", accountType.edges),
  ...(Object.keys(specs) as ObjectKind[]).flatMap((kind) =>
    stepsOf(kind, `/<${specs[kind].name}>`, objectTypes[kind].edges),
  ),
];

/** The names of what `fields` may ask for. */
export function fieldNames(fields: DescribedStep["fields"]): readonly string[] {
  if (typeof fields !== "string") return Object.keys(fields);
  const type = fields === "account" ? accountType : objectTypes[fields as ObjectKind];
  return Object.keys(type.fields);
}
