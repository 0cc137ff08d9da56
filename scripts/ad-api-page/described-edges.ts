import { accountType } from "@/lib/network/ad-api/account-type";
import type { Described, ParamSpec } from "@/lib/network/ad-api/node-type";
import { objectTypes, specs } from "@/lib/network/ad-api/object-types";
import { rootEdges } from "@/lib/network/ad-api/root-edges";

/** One method of one path, as documentation tells it. */
export interface DescribedStep {
  readonly path: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly about: string;
  readonly differs?: string;
  readonly params: Readonly<Record<string, ParamSpec>>;
  /** The name of what is answered, or its fields. */
  readonly fields: string | Readonly<Record<string, Described>>;
}

type Step = Omit<DescribedStep, "path" | "method">;
type Edges = Readonly<
  Record<string, { readonly get?: Step; readonly post?: Step; readonly delete?: Step }>
>;

const methods = { get: "GET", post: "POST", delete: "DELETE" } as const;

const stepsOf = (below: string, edges: Edges): readonly DescribedStep[] =>
  Object.entries(edges).flatMap(([name, edge]) =>
    (["get", "post", "delete"] as const).flatMap((key) => {
      const step = edge[key];
      if (!step) return [];
      const { about, differs, params, fields } = step;
      return [
        {
          path: `${below}/${name}`,
          method: methods[key],
          about,
          params,
          fields,
          ...(differs && { differs }),
        },
      ];
    }),
  );

/** How a node stands in a path: act_<n>, <campaign>. */
const place = (kind: keyof typeof specs): string => `/<${specs[kind].name}>`;

/** Every described edge, the paths of their own first. */
export const describedEdges: readonly DescribedStep[] = [
  ...stepsOf("", rootEdges),
  ...stepsOf("/act_<n>", accountType.edges),
  ...(Object.keys(specs) as (keyof typeof specs)[]).flatMap((kind) =>
    stepsOf(place(kind), objectTypes[kind].edges),
  ),
];
