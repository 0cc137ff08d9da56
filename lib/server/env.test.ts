import { describe, expect, it } from "vitest";
import { EnvError, mayEnterWithoutPassword, parseEnv } from "./env";

const secrets = {
  NOD_AUTH_SECRET: "a".repeat(32),
  NOD_RELEASE_KEY: "b".repeat(32),
  NOD_PEPPER: "c".repeat(32),
  NOD_LEDGER_KEY: "d".repeat(32),
};

function refusalOf(source: Record<string, string>): EnvError {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error;
    throw error;
  }
  throw new Error("The environment was accepted.");
}

describe("the environment", () => {
  it("needs nothing: a demo on the loopback address", () => {
    expect(parseEnv({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      url: "http://127.0.0.1:3000",
      mode: "demo",
      modeSaid: false,
      members: null,
      databaseUrl: null,
      reachEngine: "embedded",
    });
  });

  it("takes an empty value for an absent one", () => {
    expect(parseEnv({ PORT: "", NOD_MODE: " " })).toMatchObject({ port: 3000, mode: "demo" });
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "a host"],
    ["NOD_URL", "nod.example.org"],
    ["NOD_URL", "https://nod.example.org/app"],
    ["NOD_MODE", "production"],
    ["NOD_MEMBERS", "2e6"],
    ["NOD_MEMBERS", "1.5"],
    ["NOD_SEED", "4294967296"],
    ["DATABASE_URL", "mysql://localhost/nod"],
    ["REACH_ENGINE", "postgres"],
    ["CLICKHOUSE_URL", "localhost:8123"],
    ["NOD_AUTH_SECRET", "short"],
    ["NOD_DEMO_TOKEN", "short"],
    ["NOD_SMS_URL", "sms.example.org"],
    ["NOD_SMS_TOKEN", "short"],
  ])("refuses %s=%s in one line that names it and what is accepted", (variable, value) => {
    const refusal = refusalOf({ ...secrets, [variable]: value });
    expect(refusal.variable).toBe(variable);
    expect(refusal.message).toMatch(new RegExp(`^${variable} must be [^\\n]+\\.$`));
  });

  it("does not repeat a secret that it refuses", () => {
    expect(refusalOf({ NOD_PEPPER: "hunter2" }).message).not.toContain("hunter2");
    expect(refusalOf({ DATABASE_URL: "mysql://me:hunter2@db/x" }).message).not.toContain("hunter2");
  });

  it("takes a gateway for text messages whole, and encrypted beyond this machine", () => {
    const NOD_SMS_TOKEN = "a token of a test gateway";
    const url = (NOD_SMS_URL: string) => ({ ...secrets, NOD_SMS_URL, NOD_SMS_TOKEN });
    expect(parseEnv(secrets).textGateway).toBeNull();
    expect(parseEnv(url("https://sms.example.org/send")).textGateway).toEqual({
      url: "https://sms.example.org/send",
      token: NOD_SMS_TOKEN,
    });
    expect(parseEnv(url("http://127.0.0.1:9/")).textGateway?.url).toBe("http://127.0.0.1:9/");
    expect(refusalOf(url("http://sms.example.org/")).message).toContain("https://");
    expect(refusalOf({ ...secrets, NOD_SMS_TOKEN }).variable).toBe("NOD_SMS_URL");
  });

  it("is live, and asks for the secrets, once it is reachable from elsewhere", () => {
    const refusal = refusalOf({ HOST: "0.0.0.0" });
    for (const name of Object.keys(secrets)) expect(refusal.message).toContain(name);
    expect(refusal.message).toContain("NOD_MODE=demo");
    expect(parseEnv({ HOST: "0.0.0.0", ...secrets }).mode).toBe("live");
    expect(parseEnv({ DATABASE_URL: "postgres://db/nod", ...secrets }).mode).toBe("live");
    expect(parseEnv({ HOST: "0.0.0.0", NOD_MODE: "demo" }).mode).toBe("demo");
  });

  it("names only the secrets that are missing", () => {
    const { NOD_PEPPER: _, ...rest } = secrets;
    const refusal = refusalOf({ NOD_MODE: "live", ...rest });
    expect(refusal.variable).toBe("NOD_PEPPER");
    expect(refusal.message).not.toContain("NOD_AUTH_SECRET");
  });

  it("wants an address of ClickHouse for the engine that uses it", () => {
    expect(refusalOf({ REACH_ENGINE: "clickhouse" }).variable).toBe("CLICKHOUSE_URL");
    const address = "http://nod:hunter2@ch1:8123/nod?cluster=c,http://nod:hunter2@ch2:8123";
    expect(parseEnv({ REACH_ENGINE: "clickhouse", CLICKHOUSE_URL: address }).clickhouse).toEqual({
      nodes: [
        { url: "http://ch1:8123", user: "nod", password: "hunter2" },
        { url: "http://ch2:8123", user: "nod", password: "hunter2" },
      ],
      database: "nod",
      cluster: "c",
    });
  });

  it("tells an address that can be opened when the host means every address", () => {
    const env = { NOD_MODE: "demo", PORT: "80" };
    expect(parseEnv({ ...env, HOST: "0.0.0.0" }).url).toBe("http://localhost:80");
    expect(parseEnv({ ...env, HOST: "::1" }).url).toBe("http://[::1]:80");
    expect(parseEnv({ ...env, NOD_URL: "https://nod.example.org/" }).url).toBe(
      "https://nod.example.org",
    );
  });
});

describe("entering without a password", () => {
  it("works in a demo with synthetic members, and after an import only when demo was said", () => {
    expect(mayEnterWithoutPassword(parseEnv({}), false)).toBe(true);
    expect(mayEnterWithoutPassword(parseEnv({}), true)).toBe(false);
    expect(mayEnterWithoutPassword(parseEnv({ NOD_MODE: "demo" }), true)).toBe(true);
  });

  it("never works in live mode", () => {
    const live = parseEnv({ NOD_MODE: "live", ...secrets });
    expect(mayEnterWithoutPassword(live, false)).toBe(false);
  });
});
