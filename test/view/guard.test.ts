import { expect, test } from "vitest";
import { appOn, ask, HOST, sandboxWith, TOKEN } from "./fixture.ts";

const app = () => appOn(sandboxWith({}));

test("the token in the address becomes a cookie that scripts and other sites do not have", async () => {
  const first = await ask(app(), `/?token=${TOKEN}`, { cookie: "" });
  expect(first.status).toBe(303);
  expect(first.headers.get("location")).toBe("/");
  expect(first.headers.get("set-cookie")).toBe(
    `yusuan-4747=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`,
  );
  const second = await ask(app(), "/");
  expect(second.status).toBe(200);
  expect(await second.text()).toContain("the page");
});

test.each([
  ["no token", "/", ""],
  ["another token", "/?token=wrong-token", ""],
  ["a longer token", `/?token=${TOKEN}x`, ""],
  ["the token anywhere but at the door", `/api/overview?token=${TOKEN}`, ""],
  ["another cookie", "/api/overview", "yusuan-4747=wrong-token"],
  ["the cookie of another port", "/api/overview", `yusuan-4748=${TOKEN}`],
])("%s does not open it", async (_, path, cookie) => {
  const { status } = await ask(app(), path, { cookie });
  expect(status).toBe(401);
});

test.each([
  ["a name that points here", { host: "evil.example:4747" }],
  ["another port", { host: "127.0.0.1:4748" }],
  ["no host", { host: "" }],
  ["another site's script", { origin: "https://evil.example" }],
  ["a page without an origin", { origin: "null" }],
  ["another port's script", { origin: "http://127.0.0.1:4748" }],
  ["another site's picture or link", { "sec-fetch-site": "cross-site" }],
  ["another port's picture or link", { "sec-fetch-site": "same-site" }],
])("%s is refused, cookie or not", async (_, headers) => {
  const { status } = await ask(app(), "/api/overview", headers);
  expect(status).toBe(403);
});

test("the page's own requests are answered", async () => {
  const headers = { origin: `http://${HOST}`, "sec-fetch-site": "same-origin" };
  const { status } = await ask(app(), "/api/overview", headers);
  expect(status).toBe(200);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s changes nothing", async (method) => {
  const { status } = await ask(app(), "/api/overview", {}, method);
  expect(status).toBe(405);
});

test.each(["/", "/api/overview", "/nothing-here", "/source/d0"])(
  "%s is under the policy: no script but its own, no other site",
  async (path) => {
    const { headers } = await ask(app(), path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  },
);
