import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import nextConfig from "./next.config";
import { config, proxy } from "./proxy";

const matches = (url: string, headers = {}) => doesMatch({ config, nextConfig, url, headers });

test("every page has its policy, also one that was fetched ahead", () => {
  for (const url of ["/", "/overview?client=c1", "/share/token", "/you", "/apiary", "/graphs"]) {
    expect(matches(url)).toBe(true);
    expect(matches(url, { purpose: "prefetch" })).toBe(true);
    expect(matches(url, { "next-router-prefetch": "1" })).toBe(true);
  }
  for (const url of ["/api/reach", "/graph", "/graph/v24.0/me", "/_next/static/x.js"]) {
    expect(matches(url)).toBe(false);
  }
});

test("a policy allows scripts by a nonce of its own, no frame around it and no other origin", () => {
  const policyOf = () =>
    proxy(new NextRequest("http://nod.example/overview")).headers.get("content-security-policy");
  const policy = policyOf() ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:/);
  expect(policyOf()).not.toBe(policy);
});

test("an address that no route could read is refused in the words of the place it asks", async () => {
  const answer = (path: string) => proxy(new NextRequest(`http://nod.example${path}`));
  for (const path of ["/graph/v24.0/%ff", "/graph/v24.0/me%", "/graph/v24.0/%00"]) {
    expect(matches(path), path).toBe(true);
    const refused = answer(path);
    expect(refused.status).toBe(400);
    expect((await refused.json()).error).toMatchObject({ code: 2500, is_transient: false });
  }
  expect(answer("/graph/v24.0/me%2Fadaccounts").headers.get("x-middleware-next")).toBe("1");
  expect(matches("/api/images/%ff")).toBe(true);
  expect(answer("/api/images/%ff").status).toBe(404);
  for (const path of ["/campaigns/%00", "/campaigns?client=%00", "/share/%ff"]) {
    expect(answer(path).headers.get("x-middleware-rewrite"), path).toMatch(/nothing-here$/);
    expect(answer(path).headers.get("content-security-policy")).toContain("default-src 'self'");
  }
  expect(answer("/audiences?q=100%").headers.get("x-middleware-rewrite")).toBeNull();
});
