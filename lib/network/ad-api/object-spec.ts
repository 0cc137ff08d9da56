import type { Result } from "@/lib/result";
import type { Fault } from "./fault";
import type { FieldType } from "./field-types";
import type { Link, NodeField, NodeType, ParamSpec, ReadField } from "./node-type";
import type { Scope } from "./scope";
import type { AdAccount, AdObject, ObjectKind } from "./store";

/** What an object would be if the write went through. */
export interface Draft {
  readonly account: AdAccount;
  readonly data: Readonly<Record<string, unknown>>;
  readonly parent: AdObject | null;
  /** null: it is being made. */
  readonly self: AdObject | null;
  /** The fields this call writes. */
  readonly written: ReadonlySet<string>;
}

/** Refuses a draft, or lets it pass. */
export type Rule = (
  draft: Draft,
  scope: Scope,
) => Promise<Result<unknown, Fault>> | Result<unknown, Fault>;

export interface FieldSpec {
  /** How it is written; absent: it can only be read. */
  readonly type?: FieldType;
  /** One line on what it is. */
  readonly about: string;
  /** Where it is not as Meta has it: how, and why. */
  readonly differs?: string;
  /** What is answered, where that is not what is written: text, id, object ... */
  readonly answers?: string;
  readonly required?: true;
  /** Cannot be changed once made. */
  readonly fixed?: true;
  /** How it is answered; absent: the stored value as its type shows it. */
  readonly read?: ReadField<AdObject>;
  readonly link?: Link<AdObject>;
}

/** One kind of object, described once: what may be written and read, what is required, and which rules hold. */
export interface ObjectSpec {
  readonly kind: ObjectKind;
  /** As errors name it. */
  readonly name: string;
  /** The account's edge that lists and makes it. */
  readonly edge: string;
  readonly parent?: { readonly kind: ObjectKind; readonly field: string };
  readonly fields: Readonly<Record<string, FieldSpec>>;
  readonly rules: readonly Rule[];
  /** What is kept beside the written fields when it is made or changed. */
  readonly derive?: (draft: Draft, scope: Scope) => Promise<Readonly<Record<string, unknown>>>;
  /** What follows once it is deleted. */
  readonly deleted?: (object: AdObject, scope: Scope) => Promise<void>;
}

/** The reading side of a description. */
export function readable(spec: ObjectSpec, edges: NodeType<AdObject>["edges"]): NodeType<AdObject> {
  const fields: Record<string, NodeField<AdObject>> = {};
  const links: Record<string, Link<AdObject>> = {};
  for (const [name, field] of Object.entries(spec.fields)) {
    const { about, differs, type, link } = field;
    fields[name] = {
      about,
      type: field.answers ?? type?.label ?? "text",
      ...(differs && { differs }),
      ...(type?.values && { values: type.values }),
      read: field.read ?? ((node, account) => shown(field, node.data[name], account)),
    };
    if (link) links[name] = link;
  }
  return { name: spec.name, fields, links, edges };
}

/** The writing side of a description, as parameters of the call that makes an object. */
export function writable(spec: ObjectSpec): Readonly<Record<string, ParamSpec>> {
  const params: Record<string, ParamSpec> = {};
  for (const [name, { type, about, differs, required }] of Object.entries(spec.fields)) {
    if (!type) continue;
    params[name] = {
      type: type.label,
      about,
      ...(differs && { differs }),
      ...(type.values && { values: type.values }),
      ...(required && { required }),
    };
  }
  return params;
}

const shown = (field: FieldSpec, stored: unknown, account: AdAccount): unknown =>
  field.type?.show ? field.type.show(stored, account) : stored;
