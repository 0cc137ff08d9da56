import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { gatewayMessages } from "./gateway-messages";

const message = { to: "+447700900123", text: "123456 is your code." };

interface Asked {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A gateway that answers with each of these in turn, then with the last. */
async function aGateway(...statuses: readonly number[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += String(piece);
    asked.push({ headers: request.headers, body });
    const status = statuses[Math.min(asked.length, statuses.length) - 1] ?? 200;
    response.writeHead(status, status === 302 ? { location: "https://elsewhere.example/" } : {});
    response.end("whatever the gateway says");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const said: string[] = [];
  const sender = gatewayMessages(
    { url: `http://127.0.0.1:${port}/send`, token: "a token of a test gateway" },
    { fetch, onFailure: (why) => said.push(why), waitsMs: [0, 1, 1] },
  );
  return { sender, asked, said, close: () => server.close() };
}

test("a text message is handed to the gateway as it says, and once", async () => {
  const { sender, asked } = await aGateway(202);
  expect(await sender.send(message)).toBe(true);
  expect(asked).toHaveLength(1);
  expect(JSON.parse(asked[0]?.body ?? "")).toEqual(message);
  expect(asked[0]?.headers).toMatchObject({
    authorization: "Bearer a token of a test gateway",
    "content-type": "application/json",
  });
});

test("a gateway that is busy or failing is asked again, three times at most and with one key", async () => {
  const { sender, asked } = await aGateway(503, 429, 200);
  expect(await sender.send(message)).toBe(true);
  expect(new Set(asked.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  const failing = await aGateway(500);
  expect(await failing.sender.send(message)).toBe(false);
  expect(failing.asked).toHaveLength(3);
});

test("what a gateway refuses is not tried again", async () => {
  const { sender, asked } = await aGateway(400);
  expect(await sender.send(message)).toBe(false);
  expect(asked).toHaveLength(1);
});

test("a message does not follow the gateway elsewhere", async () => {
  const { sender, asked } = await aGateway(302);
  expect(await sender.send(message)).toBe(false);
  expect(asked.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(message)));
});

test("what is said of a failure names neither the number nor the code", async () => {
  const failing = await aGateway(500, 400);
  await failing.sender.send(message);
  const away = await aGateway();
  away.close();
  expect(await away.sender.send(message)).toBe(false);
  const said = [...failing.said, ...away.said].join(" ");
  expect(said).toMatch(/^status 500 status 400 TypeError TypeError TypeError$/);
});
