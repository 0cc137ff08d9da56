import type { ParamSpec } from "./node-type";

/** Parameters that any call may carry. Clients send some of them without being asked, so they are taken and change nothing. */
export const commonParams: Readonly<Record<string, ParamSpec>> = {
  access_token: { type: "text", about: "The token, where no Authorization header carries it." },
  appsecret_proof: { type: "text", about: "Taken and not checked: there are no apps here." },
  fields: { type: "list of fields", about: "What to answer, with braces for what lies behind." },
  id: { type: "id", about: "A stray id is ignored, as Graph does." },
  method: { type: "text", about: "The method that is meant, for clients that can only POST." },
  client_operation_id: {
    type: "text",
    about: "Names a create: the same again answers the first object.",
    differs: "Meta has no idempotency keys.",
  },
  execution_options: { type: "list of text", about: "`validate_only` checks without writing." },
  debug: { type: "text", about: "Taken, changes nothing." },
  format: { type: "text", about: "Taken, changes nothing: answers are JSON." },
  include_headers: { type: "flag", about: "In a batch: whether answers carry their headers." },
  locale: { type: "text", about: "Taken, changes nothing: messages are English." },
  pretty: { type: "flag", about: "Taken, changes nothing." },
  suppress_http_code: {
    type: "flag",
    about: "Taken, changes nothing.",
    differs: "Errors are never answered with 200.",
  },
};

/** Parameters of every list. */
export const pageParams: Readonly<Record<string, ParamSpec>> = {
  limit: { type: "integer", about: "Rows a page, 25 without it, at most 1,000." },
  after: { type: "text", about: "The cursor after which the page begins." },
  before: { type: "text", about: "The cursor before which the page ends." },
};

/** Parameters of every list of objects. */
export const listParams: Readonly<Record<string, ParamSpec>> = {
  ...pageParams,
  filtering: {
    type: "list of objects",
    about: "`{field, operator, value}`; all of them must hold.",
  },
  effective_status: { type: "list of text", about: "Only these effective statuses." },
  configured_status: { type: "list of text", about: "Only these configured statuses." },
  summary: { type: "text", about: "Any value: also answer `summary.total_count`." },
};
