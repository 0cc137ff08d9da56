import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountType } from "../account-type";
import type { Described, ParamSpec } from "../node-type";
import { own } from "../node-type";
import { objectTypes } from "../object-types";
import { rootEdges } from "../root-edges";
import { segmentFields } from "../search-fields";
import { aClient, type TestClient } from "./a-client";
import { oneOfEveryKind } from "./every-kind";
import { samplesOf } from "./samples";

interface DescribedStep {
  readonly params: Readonly<Record<string, ParamSpec>>;
  readonly fields: string | Readonly<Record<string, Described>>;
  readonly changes?: true;
}
interface Asked {
  /** "account", a kind of object, or "" for a path of its own. */
  readonly of: string;
  readonly edge: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly step: DescribedStep;
}

type Steps = Readonly<Partial<Record<"get" | "post" | "delete", DescribedStep>>>;
const stepsOf = (of: string, edges: Readonly<Record<string, Steps>>): readonly Asked[] =>
  Object.entries(edges).flatMap(([edge, { get, post, delete: remove }]) => [
    ...(get ? [{ of, edge, method: "GET" as const, step: get }] : []),
    ...(post ? [{ of, edge, method: "POST" as const, step: post }] : []),
    ...(remove ? [{ of, edge, method: "DELETE" as const, step: remove }] : []),
  ]);

const all: readonly Asked[] = [
  ...stepsOf("", rootEdges),
  ...stepsOf("account", accountType.edges),
  ...Object.entries(objectTypes).flatMap(([kind, type]) => stepsOf(kind, type.edges)),
];
const named = (steps: readonly Asked[]) =>
  steps.map((one) => [`${one.method} /${one.of && `<${one.of}>/`}${one.edge}`, one] as const);
const reads = named(all.filter(({ method }) => method === "GET"));
const writes = named(all.filter(({ step }) => step.changes));

let client: TestClient;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  client = await aClient();
  ids = await oneOfEveryKind(client);
});
afterAll(() => client.close());

function pathOf({ of, edge }: Asked): string {
  if (of === "") return edge;
  const id = own(ids, of);
  if (!id) throw new Error(`every-kind.ts makes no ${of} yet.`);
  return `${id}/${edge}`;
}
const fieldsOf = ({ edge, step: { fields } }: Asked): readonly string[] => {
  // Its fields are those of segments or of places, by what is looked for.
  if (edge === "search") return Object.keys(segmentFields);
  if (typeof fields !== "string") return Object.keys(fields);
  const type =
    fields === "account"
      ? accountType
      : Object.entries(objectTypes).find(([kind]) => kind === fields)?.[1];
  return Object.keys(type?.fields ?? {});
};

describe("every edge that is described", () => {
  it.each(reads)(
    "%s answers with what it requires, and with every field it names",
    async (_name, one) => {
      const params = samplesOf(one.edge, one.step.params, ids);
      const plain = await client.get(pathOf(one), params);
      expect(plain, JSON.stringify(plain.body)).toMatchObject({ status: 200 });
      const fields = fieldsOf(one);
      const whole = await client.get(pathOf(one), {
        ...params,
        ...(fields.length > 0 && { fields: fields.join(",") }),
      });
      expect(whole, JSON.stringify(whole.body)).toMatchObject({ status: 200 });
      const rows = [whole.body.data ?? whole.body]
        .flat()
        .flatMap((row) => (typeof row === "object" && row !== null ? [Object.keys(row)] : []));
      for (const row of rows) {
        if (fields.length > 0) expect(fields).toEqual(expect.arrayContaining(row));
      }
    },
  );

  it.each(reads)(
    "%s refuses a field and a parameter it does not name, and misses what it requires",
    async (_name, one) => {
      const params = samplesOf(one.edge, one.step.params, ids);
      const blamed = async (over: Readonly<Record<string, unknown>>) => {
        const { status, body } = await client.get(pathOf(one), { ...params, ...over });
        expect([status, body.error?.code], JSON.stringify(over)).toEqual([400, 100]);
        return body.error.error_data.blame_field_specs[0][0];
      };
      expect(await blamed({ colour: "red" })).toBe("colour");
      if (fieldsOf(one).length > 0) expect(await blamed({ fields: "colour" })).toBe("fields");
      for (const [name, { required, values }] of Object.entries(one.step.params)) {
        if (required) expect(await blamed({ [name]: "" })).toBe(name);
        if (values) expect(await blamed({ [name]: "colour" })).toBe(name);
      }
    },
  );

  it.each(writes)(
    "%s is not for tokens that may only read, and names a parameter it does not know",
    async (_name, one) => {
      const call = (as?: string) =>
        client.say(pathOf(one), {
          method: one.method,
          body: JSON.stringify({ colour: "red" }),
          ...(as && { as }),
        });
      expect((await call("reader")).body.error.code).toBe(200);
      const { body } = await call();
      expect(body.error).toMatchObject({
        code: 100,
        error_data: { blame_field_specs: [["colour"]] },
      });
    },
  );

  it("takes no other method", async () => {
    const paths = new Map(all.map((one) => [pathOf(one), one]));
    for (const [path, { of, edge }] of paths) {
      const known = all
        .filter((one) => one.of === of && one.edge === edge)
        .map(({ method }) => method);
      for (const method of ["GET", "POST", "DELETE"] as const) {
        if (known.includes(method)) continue;
        const { status, body } = await client.say(path, { method });
        expect([method, path, status, body.error?.code]).toEqual([method, path, 400, 2500]);
      }
    }
  });

  it("of another workspace is not there", async () => {
    for (const one of all.filter(({ of }) => of !== "")) {
      const { status, body } = await client.say(pathOf(one), {
        method: one.method,
        as: client.network.strangersToken,
      });
      expect([status, body.error?.code, body.error?.error_subcode]).toEqual([400, 100, 33]);
    }
  });
});
