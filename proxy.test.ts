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
