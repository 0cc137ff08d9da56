import { createServer } from "node:net";
import { openDatabase } from "@/lib/server/db/open";
import { type Env, parseEnv } from "@/lib/server/env";
import { StartRefusal } from "@/lib/server/start-refusal";

/** Refuses what would only fail after a build: a wrong value, a taken port, a database that is locked, newer or out of room. */
async function preflight(): Promise<void> {
  const env = parseEnv(process.env);
  await refuseTakenPort(env);
  const database = await openDatabase(env);
  await database.close();
}

function refuseTakenPort({ host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? `Port ${port} on ${host} is taken: stop what runs there, or set PORT to another number.`
          : `Nod cannot listen on ${host}:${port} (${error.code}): set HOST and PORT to an address of this machine.`;
      reject(new StartRefusal(why));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

preflight().catch((error: unknown) => {
  console.error(error instanceof StartRefusal ? error.message : error);
  process.exit(1);
});
