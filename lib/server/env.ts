import path from "node:path";
import * as z from "zod/mini";
import { type ClickhouseAddress, parseClickhouseUrl } from "./engines/clickhouse/address";
import { StartRefusal } from "./start-refusal";

/** A variable of the environment with a value that cannot be used. */
export class EnvError extends StartRefusal {
  constructor(
    readonly variable: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Env {
  readonly port: number;
  readonly host: string;
  /** Where people reach the app: an origin without a path. */
  readonly url: string;
  readonly mode: "demo" | "live" | "test";
  /** NOD_MODE was set, not chosen by default. */
  readonly modeSaid: boolean;
  /** Absolute path. */
  readonly dataDir: string;
  /** How many synthetic members to make, and from which seed; null: as the data folder has them, else the default. */
  readonly members: number | null;
  readonly seed: number | null;
  readonly databaseUrl: string | null;
  readonly reachEngine: "embedded" | "clickhouse";
  /** Where the members are when the engine is clickhouse. */
  readonly clickhouse: ClickhouseAddress | null;
  /** As given in the environment; `resolveSecrets` fills the rest in demo and test mode. */
  readonly given: Readonly<Record<SecretName, string | null>>;
  readonly demoToken: string | null;
  /** The operator's gateway for text messages to members; null: none is sent. */
  readonly textGateway: TextGateway | null;
  /** How many times the ad API's usual call limits hold. */
  readonly callLimits: number;
}

export interface TextGateway {
  readonly url: string;
  readonly token: string;
}

export const secretNames = ["authSecret", "releaseKey", "pepper", "ledgerKey"] as const;
export type SecretName = (typeof secretNames)[number];

const secretVariables = {
  authSecret: "NOD_AUTH_SECRET",
  releaseKey: "NOD_RELEASE_KEY",
  pepper: "NOD_PEPPER",
  ledgerKey: "NOD_LEDGER_KEY",
} as const satisfies Record<SecretName, string>;

const whole = (least: number, most: number) =>
  z.optional(
    z.pipe(
      z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number)),
      z.number().check(z.gte(least), z.lte(most)),
    ),
  );

const isUrl = (value: string, protocols: readonly string[]) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

const url = (...protocols: string[]) =>
  z.optional(z.string().check(z.refine((value) => isUrl(value, protocols))));

const origin = z.optional(
  z.string().check(
    z.refine((value) => {
      if (!isUrl(value, ["http:", "https:"])) return false;
      const { pathname, search, hash, username } = new URL(value);
      return pathname === "/" && search === "" && hash === "" && username === "";
    }),
  ),
);

const text = (least: number) => z.optional(z.string().check(z.minLength(least)));

const variables = {
  PORT: { schema: whole(0, 65_535), accepts: "a whole number from 0 to 65535" },
  HOST: {
    schema: z.optional(z.string().check(z.regex(/^[\w.:-]+$/))),
    accepts: "a host name or an IP address",
  },
  NOD_URL: { schema: origin, accepts: "an http or https address without a path" },
  NOD_MODE: {
    schema: z.optional(z.enum(["demo", "live", "test"])),
    accepts: "demo, live or test",
  },
  NOD_DATA: { schema: text(1), accepts: "a folder" },
  NOD_MEMBERS: { schema: whole(0, 100_000_000), accepts: "a whole number from 0 to 100000000" },
  NOD_SEED: { schema: whole(0, 4_294_967_295), accepts: "a whole number from 0 to 4294967295" },
  DATABASE_URL: {
    schema: url("postgres:", "postgresql:"),
    accepts: "an address that begins with postgres://",
    secret: true,
  },
  REACH_ENGINE: {
    schema: z.optional(z.enum(["embedded", "clickhouse"])),
    accepts: "embedded or clickhouse",
  },
  CLICKHOUSE_URL: {
    schema: z.optional(z.string().check(z.refine((value) => parseClickhouseUrl(value) !== null))),
    accepts: "an http or https address for each shard, separated by commas",
    secret: true,
  },
  NOD_AUTH_SECRET: { schema: text(32), accepts: "at least 32 characters", secret: true },
  NOD_RELEASE_KEY: { schema: text(32), accepts: "at least 32 characters", secret: true },
  NOD_PEPPER: { schema: text(32), accepts: "at least 32 characters", secret: true },
  NOD_LEDGER_KEY: { schema: text(32), accepts: "at least 32 characters", secret: true },
  NOD_DEMO_TOKEN: {
    schema: z.optional(z.string().check(z.regex(/^[\w.-]{16,200}$/))),
    accepts: "16 to 200 letters, digits, dots, dashes or underscores",
    secret: true,
  },
  NOD_SMS_URL: {
    schema: url("https:", "http:"),
    accepts: "an http or https address",
    secret: true,
  },
  NOD_SMS_TOKEN: { schema: text(16), accepts: "at least 16 characters", secret: true },
  NOD_CALL_LIMITS: { schema: whole(1, 1000), accepts: "a whole number from 1 to 1000" },
} as const;

type VariableName = keyof typeof variables;
type Source = Readonly<Record<string, string | undefined>>;
type Values = { [K in VariableName]: z.output<(typeof variables)[K]["schema"]> };

function readVariables(source: Source): Values {
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const given = source[name]?.trim() || undefined;
    const parsed = variable.schema.safeParse(given);
    if (!parsed.success) {
      const shown = "secret" in variable ? "" : `, not ${JSON.stringify(given)}`;
      throw new EnvError(name, `${name} must be ${variable.accepts}${shown}.`);
    }
    values[name] = parsed.data;
  }
  return values as Values;
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

/** The address to tell people when none was given: a host that means "all" is reached as localhost. */
function addressOf(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Codes to sign in with are nobody else's business, so they leave this machine encrypted only. */
function textGatewayIn({ NOD_SMS_URL: url, NOD_SMS_TOKEN: token }: Values): TextGateway | null {
  if (url === undefined && token === undefined) return null;
  if (url === undefined || token === undefined) {
    const missing = url === undefined ? "NOD_SMS_URL" : "NOD_SMS_TOKEN";
    throw new EnvError(missing, "NOD_SMS_URL and NOD_SMS_TOKEN belong together: set both.");
  }
  const { protocol, hostname } = new URL(url);
  if (protocol === "http:" && !isLoopback(hostname)) {
    throw new EnvError("NOD_SMS_URL", "NOD_SMS_URL must begin with https:// beyond this machine.");
  }
  return { url, token };
}

function refuseHalfConfigured(env: Env): void {
  if (env.reachEngine === "clickhouse" && env.clickhouse === null) {
    throw new EnvError(
      "CLICKHOUSE_URL",
      "CLICKHOUSE_URL must be an http or https address when REACH_ENGINE is clickhouse.",
    );
  }
  if (env.mode !== "live") return;
  const missing = secretNames.filter((name) => env.given[name] === null);
  const [first] = missing;
  if (first === undefined) return;
  const names = missing.map((name) => secretVariables[name]).join(", ");
  const why = env.modeSaid
    ? ""
    : " The mode is live because HOST is not a loopback address or DATABASE_URL is set; NOD_MODE=demo makes its own.";
  throw new EnvError(
    secretVariables[first],
    `Live mode needs ${names}: at least 32 characters each, for example from "openssl rand -hex 32".${why}`,
  );
}

const secretsIn = (values: Values): Env["given"] => ({
  authSecret: values.NOD_AUTH_SECRET ?? null,
  releaseKey: values.NOD_RELEASE_KEY ?? null,
  pepper: values.NOD_PEPPER ?? null,
  ledgerKey: values.NOD_LEDGER_KEY ?? null,
});

/**
 * The environment, parsed and complete.
 * @throws EnvError with one line that names the variable and what it accepts.
 */
export function parseEnv(source: Source): Env {
  const values = readVariables(source);
  const host = values.HOST ?? "127.0.0.1";
  const port = values.PORT ?? 3000;
  const databaseUrl = values.DATABASE_URL ?? null;
  const env: Env = {
    port,
    host,
    url: values.NOD_URL ? new URL(values.NOD_URL).origin : addressOf(host, port),
    mode: values.NOD_MODE ?? (isLoopback(host) && databaseUrl === null ? "demo" : "live"),
    modeSaid: values.NOD_MODE !== undefined,
    dataDir: path.resolve(/* turbopackIgnore: true */ values.NOD_DATA ?? ".nod"),
    members: values.NOD_MEMBERS ?? null,
    seed: values.NOD_SEED ?? null,
    databaseUrl,
    reachEngine: values.REACH_ENGINE ?? "embedded",
    clickhouse: values.CLICKHOUSE_URL ? parseClickhouseUrl(values.CLICKHOUSE_URL) : null,
    given: secretsIn(values),
    demoToken: values.NOD_DEMO_TOKEN ?? null,
    textGateway: textGatewayIn(values),
    callLimits: values.NOD_CALL_LIMITS ?? 1,
  };
  refuseHalfConfigured(env);
  return env;
}

let parsed: Env | undefined;

/** The environment of this process, parsed once. */
export function getEnv(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/**
 * Whether people may enter as a demo person without a password. Demo and test mode allow it; once real data was
 * imported, only when NOD_MODE says so.
 */
export const mayEnterWithoutPassword = (env: Env, imported: boolean): boolean =>
  env.mode !== "live" && (env.modeSaid || !imported);
