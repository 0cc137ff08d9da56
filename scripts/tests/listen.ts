import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";

type Handler = (request: Request) => Promise<Response>;

/** Serves a handler over HTTP on a free port of this machine, so that a test meets what clients meet. */
export async function listen(handle: Handler) {
  const server = createServer((incoming, outgoing) => {
    respond(handle, incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function respond(handle: Handler, incoming: IncomingMessage, outgoing: ServerResponse) {
  const response = await handle(requestOf(incoming));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(new Uint8Array(await response.arrayBuffer()));
}

/** The address says localhost, as a framework's may: what the caller typed stands in the Host header. */
function requestOf(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value ?? []].flat()) sent.append(name, one);
  }
  const request = new Request(new URL(url, "http://localhost:1"), {
    method,
    headers: sent,
    ...(method !== "GET" &&
      method !== "HEAD" && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
  return request;
}
