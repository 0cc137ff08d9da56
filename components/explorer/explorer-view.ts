/** One parameter, as the form draws it. */
export interface ParameterView {
  readonly name: string;
  readonly type: string;
  readonly about: string;
  readonly required: boolean;
  readonly values: readonly string[];
}

/** One thing that can be asked: a method of a path. */
export interface CallView {
  /** "GET campaigns": unique within its node. */
  readonly key: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** What follows the node's id; "" for the node itself. */
  readonly edge: string;
  readonly about: string;
  readonly parameters: readonly ParameterView[];
  /** What `fields` may name; empty: it takes none. */
  readonly fields: readonly string[];
}

/** Calls that stand below one kind of node. */
export interface NodeView {
  /** "" for paths of their own. */
  readonly key: string;
  readonly label: string;
  readonly calls: readonly CallView[];
}

/** What was asked, without any token. */
export interface Call {
  readonly method: "GET" | "POST" | "DELETE";
  /** After the version, without a slash at the start. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly durationMs: number;
}
