import { companies } from "@/lib/network/population/lists";
import { type Asked, ask } from "../../../../scripts/tests/ask";
import { listen } from "../../../../scripts/tests/listen";
import type { AdApiDeps } from "../deps";
import { aLaunch, aNetwork } from "../testing";

/** A company that the network knows. */
export const page = companies[0]?.id ?? "";

type Params = Readonly<Record<string, unknown>>;

/** Values as a query or form carries them: nested ones as JSON text. */
export const asText = (params: Params): URLSearchParams =>
  new URLSearchParams(
    Object.entries(params).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

/** A client of the ad API over HTTP, with nothing between it and the wire. */
export async function aClient(over: Partial<AdApiDeps> = {}) {
  const network = await aNetwork(over);
  const server = await listen(network.handle);
  const root = `${server.url}/graph/v24.0`;

  /** Says the call as it stands; `path` is what follows the version. Every answer must be JSON. */
  async function say(path: string, asked: Asked & { readonly as?: string | null } = {}) {
    const { as = network.token, headers, ...rest } = asked;
    const told = await ask(path.startsWith("http") ? path : `${root}/${path}`, {
      ...rest,
      headers: { ...(as !== null && { authorization: `Bearer ${as}` }), ...headers },
    });
    if (!told.headers["content-type"]?.startsWith("application/json")) {
      throw new Error(`${path.slice(0, 80)} was answered with ${told.headers["content-type"]}.`);
    }
    return { status: told.status, headers: told.headers, body: JSON.parse(told.text) };
  }

  return {
    network,
    root,
    say,
    get: (path: string, params: Params = {}, as?: string) =>
      say(`${path}${path.includes("?") ? "&" : "?"}${asText(params)}`, as ? { as } : {}),
    post: (path: string, params: Params = {}, as?: string) =>
      say(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(params),
        ...(as && { as }),
      }),
    remove: (path: string, as?: string) => say(path, { method: "DELETE", ...(as && { as }) }),
    launch: () => aLaunch(network, page),
    close: server.close,
  };
}
export type TestClient = Awaited<ReturnType<typeof aClient>>;
