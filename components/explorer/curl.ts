import type { Call } from "./explorer-view";

/** For a shell: one word, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The call as a command. The token stands as a variable, never as itself. */
export function curl(root: string, { method, path, params }: Call): string {
  const values = Object.entries(params).map(
    ([name, value]) => `  --data-urlencode ${quoted(`${name}=${value}`)}`,
  );
  const how = method === "GET" ? (values.length > 0 ? " -G" : "") : ` -X ${method}`;
  return [
    `curl${how} -H "Authorization: Bearer $TOKEN" ${quoted(`${root}/${path}`)}`,
    ...values,
  ].join(" \\\n");
}
