import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One HTTP call exactly as it is said: unlike `fetch` with bodies on GET, any Host, and paths that are not tidied. */
export async function ask(address: string, asked: Asked = {}): Promise<Told> {
  const [, host = "", port = "80", path = "/"] =
    /^http:\/\/([^:/]+):?(\d*)(.*)$/s.exec(address) ?? [];
  const call = request({
    host,
    port: Number(port),
    path,
    agent: false,
    method: asked.method ?? "GET",
    headers: {
      ...(asked.body !== undefined && { "content-length": Buffer.byteLength(asked.body) }),
      ...asked.headers,
    },
  });
  call.end(asked.body);
  const [answer] = await once(call, "response");
  let text = "";
  answer.setEncoding("utf8");
  for await (const part of answer) text += part;
  return { status: answer.statusCode, headers: answer.headers, text };
}
