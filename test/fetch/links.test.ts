import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fetchLinks } from "../../src/fetch/links.ts";
import { sandbox, write } from "../run/sandbox.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on loopback: an answer for each path, and a record of what was asked. */
async function site(answers: Record<string, Answer>) {
  const asked: { path: string; at: number; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, at: performance.now(), headers: request.headers });
    const answer = answers[path] ?? answers["*"];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = sandbox();
  const fetchAll = (paths: readonly string[], more: object = {}, effects: object = {}) => {
    const list = write(folder, "links.txt", paths.map((path) => base + path).join("\n"));
    const request = {
      lists: [list],
      cache: join(folder, "cache"),
      rate: 1000,
      agent: "test-agent",
    };
    return fetchLinks({ ...request, largest: 1, ...more }, { firstWait: 1, ...effects });
  };
  const times = (path: string) => asked.filter((each) => each.path === path).length;
  return { answers, asked, base, fetchAll, times };
}

const text =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, headers).end(body);

test("pages are fetched once, and then only where the server says that they changed", async () => {
  const tagged: Answer = (request, response) => {
    if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end("tagged");
  };
  const dated: Answer = (request, response) => {
    const date = "Wed, 01 Jan 2025 00:00:00 GMT";
    if (request.headers["if-modified-since"] === date) response.writeHead(304).end();
    else response.writeHead(200, { "last-modified": date }).end("dated");
  };
  const one = await site({ "/a": tagged, "/b": dated, "/c": text("plain") });
  const paths = ["/a", "/b", "/c", "/a"];
  const first = await one.fetchAll(paths);
  expect(first.missing).toEqual([]);
  expect(
    first.files.map(({ name, path }) => [name.slice(one.base.length), readFileSync(path, "utf8")]),
  ).toEqual([
    ["/a", "tagged"],
    ["/b", "dated"],
    ["/c", "plain"],
  ]);
  expect(await one.fetchAll(paths)).toEqual(first);
  expect([one.times("/a"), one.times("/b"), one.times("/robots.txt")]).toEqual([2, 2, 2]);
  one.answers["/c"] = text("changed");
  const [, , changed] = (await one.fetchAll(paths)).files;
  expect(readFileSync(changed?.path ?? "", "utf8")).toBe("changed");
  expect(one.asked.every(({ headers }) => headers["user-agent"] === "test-agent")).toBe(true);
});

test("redirections are followed, to an end", async () => {
  const to =
    (path: string, status = 302): Answer =>
    (_, response) =>
      response.writeHead(status, { location: path }).end();
  const one = await site({
    ...{
      "/old": to("/older", 301),
      "/older": to("/new"),
      "/new": text("here"),
      "/loop": to("/loop"),
    },
    "/out": to("file:///etc/passwd"),
  });
  const { files, missing } = await one.fetchAll(["/old", "/loop", "/out"]);
  expect(files.map(({ path }) => readFileSync(path, "utf8"))).toEqual(["here"]);
  expect(missing.map(({ reason }) => reason)).toEqual(["too many redirections", "no web address"]);
  expect(one.times("/loop")).toBe(6);
});

test("what fails is asked again, for a while; what the server says goes before that", async () => {
  let first = true;
  const once =
    (status: number, headers: Record<string, string>): Answer =>
    (_, response) => {
      if (first) response.writeHead(status, headers).end();
      else response.end("better");
      first = false;
    };
  const one = await site({
    "/busy": once(429, { "retry-after": "1" }),
    "/broken": (_, response) => response.writeHead(500).end(),
    "/secret": (_, response) => response.writeHead(403).end(),
    "/half": (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half");
      setTimeout(() => response.destroy(), 5);
    },
    "/slow": (_, response) => void response.writeHead(200).write("…"),
    "/large": text("x".repeat(1_100_000)),
  });
  const busy = await one.fetchAll(["/busy"]);
  expect(busy.missing).toEqual([]);
  const [a, b] = one.asked.filter(({ path }) => path === "/busy").map(({ at }) => at);
  expect((b ?? 0) - (a ?? 0)).toBeGreaterThan(990);
  const { missing } = await one.fetchAll(
    ["/broken", "/secret", "/half", "/slow", "/large", "/none"],
    {},
    { patience: 300 },
  );
  expect(missing.map(({ name, why }) => [name.slice(one.base.length), why])).toEqual([
    ["/broken", "unreadable"],
    ["/half", "unreadable"],
    ["/large", "too-large"],
    ["/none", "missing"],
    ["/secret", "permission"],
    ["/slow", "unreadable"],
  ]);
  expect([one.times("/broken"), one.times("/half"), one.times("/secret")]).toEqual([4, 4, 1]);
});

test("a host is asked at its rate, robots.txt obeyed, and nothing at all where that cannot be had", async () => {
  const robots = "User-agent: *\nDisallow: /private\n";
  const one = await site({ "/robots.txt": text(robots), "*": text("page") });
  const paths = Array.from({ length: 8 }, (_, at) => `/page${at}`);
  const { files, missing } = await one.fetchAll([...paths, "/private/x"], { rate: 50 });
  expect([files.length, missing.length]).toEqual([8, 1]);
  expect(missing[0]?.reason).toContain("robots.txt");
  expect(one.times("/private/x")).toBe(0);
  const gaps = one.asked.slice(1).map(({ at }, i) => at - (one.asked[i]?.at ?? 0));
  // Timers may be a little early, and a busy machine late; on the whole the distance is kept.
  expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeGreaterThan(8 * 18);
  const closed = await site({
    "/robots.txt": (_, response) => response.writeHead(503).end(),
    "*": text("page"),
  });
  expect((await closed.fetchAll(["/a"])).missing[0]?.why).toBe("permission");
  expect(closed.times("/a")).toBe(0);
});

test("what cannot be had this time stays as it was; a listing that was stopped goes on", async () => {
  const tagged: Answer = ({ url, headers }, response) => {
    const etag = `"${createHash("sha1").update(String(url)).digest("hex")}"`;
    if (headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(`page ${url}`);
  };
  const one = await site({ "/robots.txt": text(""), "*": tagged });
  const paths = Array.from({ length: 300 }, (_, at) => `/${at}`);
  const stopping = new AbortController();
  const stopped = one.fetchAll(paths, {}, { signal: stopping.signal });
  setTimeout(() => stopping.abort(), 150);
  await expect(stopped).rejects.toThrow();
  const before = new Set(one.asked.map(({ path }) => path)).size;
  expect(before).toBeLessThan(300);
  const { files, missing } = await one.fetchAll(paths);
  expect([files.length, missing.length]).toEqual([300, 0]);
  one.answers["*"] = (_, response) => response.destroy();
  one.answers["/7"] = (_, response) => response.writeHead(410).end();
  const later = await one.fetchAll(paths.slice(0, 10));
  expect([later.files.length, later.missing.length]).toEqual([9, 1]);
});
