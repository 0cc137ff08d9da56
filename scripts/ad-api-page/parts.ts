import { accountType } from "@/lib/network/ad-api/account-type";
import { commonParams, listParams } from "@/lib/network/ad-api/common-params";
import { describedEdges } from "@/lib/network/ad-api/described-edges";
import { errorRows } from "@/lib/network/ad-api/error-rows";
import type { Described, ParamSpec } from "@/lib/network/ad-api/node-type";
import type { FieldSpec } from "@/lib/network/ad-api/object-spec";
import { objectTypes, specs } from "@/lib/network/ad-api/object-types";
import { ourOwn } from "@/lib/network/ad-api/our-own";
import { code, table } from "./markdown";

/** Everything on the page that the descriptions say themselves. */
export const parts = (): Readonly<Record<string, string>> => ({
  paths: paths(),
  objects: objects(),
  parameters: parameters(),
  errors: errors(),
  differences: differences(),
  ours: ours(),
});

const ours = (): string =>
  table(
    ["name", "why"],
    Object.entries(ourOwn).map(([name, why]) => [code(name), why]),
  );

const paths = (): string =>
  table(
    ["path", "method", "what it does"],
    [
      ...describedEdges.map(({ path, method, about }) => [code(path), method, about]),
      [code("/act_<n>"), "GET", "Reads an account."],
      [
        code("/<id>"),
        "GET, POST, DELETE",
        `Reads, changes or deletes one of ${Object.values(specs)
          .map(({ name }) => name)
          .join(", ")}.`,
      ],
      [code("/?ids=<id>,<id>"), "GET", "Reads several by id, at most 50."],
      [code("/"), "POST", "Answers a `batch` of at most 50 calls."],
    ],
  );

const described = ({ about, differs, values }: Described): string =>
  [about, values && `One of ${values.map(code).join(", ")}.`, differs && `**Differs:** ${differs}`]
    .filter(Boolean)
    .join(" ");

function objects(): string {
  const account = table(
    ["field", "type", "what it is"],
    Object.entries(accountType.fields).map(([name, one]) => [code(name), one.type, described(one)]),
  );
  const rest = Object.entries(specs).map(([kind, spec]) => {
    const type = objectTypes[kind as keyof typeof specs];
    const rows = Object.entries(spec.fields).map(([name, field]) => {
      const read = type.fields[name];
      return [
        code(name),
        read?.type ?? "object",
        written(field),
        described({ ...read, ...field, type: "" }),
      ];
    });
    return `### ${spec.name}\n\n${table(["field", "type", "written", "what it is"], rows)}`;
  });
  return [`### ${accountType.name}\n\n${account}`, ...rest].join("\n\n");
}

function written({ type, required, fixed }: FieldSpec): string {
  if (!type) return "read only";
  return [required ? "required" : "optional", fixed && "fixed once made"]
    .filter(Boolean)
    .join(", ");
}

/** Parameters that an edge has beside those of every list. */
const ownParams = (params: Readonly<Record<string, ParamSpec>>) =>
  Object.entries(params).filter(([name, one]) => listParams[name] !== one);

function parameters(): string {
  const common = `### Any call\n\n${paramTable(Object.entries(commonParams))}`;
  const lists = `### Any list of objects\n\nOther lists have the first three.\n\n${paramTable(Object.entries(listParams))}`;
  const paths = new Map<string, string[]>();
  for (const step of describedEdges) {
    if (step.method === "POST" && isSpec(step.fields)) continue;
    const own = ownParams(step.params);
    const said = [
      step.differs && `**Differs:** ${step.differs}`,
      own.length > 0 && paramTable(own),
      own.length < Object.keys(step.params).length && "It is paged as every list.",
      typeof step.fields === "string"
        ? own.length > 0 && `\`fields\` are those of ${nameOf(step.fields)}.`
        : fieldTable(step.fields),
    ].filter(Boolean);
    if (own.length === 0 && typeof step.fields === "string") continue;
    const text = said.join("\n\n");
    paths.set(text, [...(paths.get(text) ?? []), `${step.method} ${code(step.path)}`]);
  }
  const edges = [...paths].map(([text, steps]) => `### ${steps.join(", ")}\n\n${text}`.trim());
  return [common, lists, ...edges].join("\n\n");
}

/** A create takes what its object's table says is written. */
const isSpec = (fields: unknown): boolean => typeof fields === "string" && fields in specs;

const nameOf = (kind: string): string =>
  kind === "account" ? accountType.name : (objectTypes[kind as keyof typeof specs]?.name ?? kind);

const paramTable = (params: readonly (readonly [string, ParamSpec])[]): string =>
  table(
    ["parameter", "type", "what it is"],
    params.map(([name, one]) => [
      code(name),
      one.required ? `${one.type}, required` : one.type,
      described(one),
    ]),
  );

const fieldTable = (fields: Readonly<Record<string, Described>>): string =>
  table(
    ["field", "type", "what it is"],
    Object.entries(fields).map(([name, one]) => [code(name), one.type, described(one)]),
  );

const errors = (): string =>
  table(
    ["code / subcode", "HTTP", "when"],
    errorRows.map(({ code: name, status, when, ...row }) => [
      name,
      String(status),
      [when, "transient" in row && "transient", "ours" in row && "our own"]
        .filter(Boolean)
        .join("; "),
    ]),
  );

/** What the descriptions say of themselves, once each. */
function differences(): string {
  const said = new Map<string, string[]>();
  const note = (where: string, differs: string | undefined) => {
    if (differs) said.set(differs, [...(said.get(differs) ?? []), where]);
  };
  for (const { path, method, differs, params, fields } of describedEdges) {
    const edge = path.slice(path.lastIndexOf("/") + 1);
    note(`${method} ${path}`, differs);
    for (const [name, one] of Object.entries(params))
      if (!isSpec(fields)) note(`${edge} ${name}`, one.differs);
    if (typeof fields !== "string")
      for (const [name, one] of Object.entries(fields)) note(`${edge} ${name}`, one.differs);
  }
  for (const spec of Object.values(specs)) {
    for (const [name, one] of Object.entries(spec.fields))
      note(`${spec.name} ${name}`, one.differs);
  }
  for (const [name, one] of Object.entries(commonParams)) note(name, one.differs);
  return [...said]
    .map(([differs, where]) => `- ${[...new Set(where)].map(code).join(", ")}: ${differs}`)
    .join("\n");
}
