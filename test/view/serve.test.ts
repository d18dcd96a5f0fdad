import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../../src/view/serve.ts";
import { yusuan } from "../cli/capture.ts";
import { sandboxWith } from "./fixture.ts";

const SAMPLES = fileURLToPath(new URL("../../output/samples", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

async function served() {
  const folder = sandboxWith({ "out/disclosures.csv": "disclosure\n", secret: "not to be seen" });
  const server = await serve({
    ...{ out: `${folder}/out`, start: folder, port: 0, page: `${folder}/page` },
  });
  onTestFinished(() => server.close());
  const { host, hostname, port, searchParams } = new URL(server.address);
  return { ...server, host, hostname, port, token: searchParams.get("token") ?? "" };
}

/** As typed: nothing makes the path a good one before it is sent. */
async function raw(port: string, request: string): Promise<string> {
  const socket = connect(Number(port), "127.0.0.1").setEncoding("utf8");
  socket.end(request);
  let answer = "";
  for await (const part of socket) answer += part;
  return answer;
}

test("listens on loopback alone, under a token that is another each time", async () => {
  const [one, two] = [await served(), await served()];
  expect(one.hostname).toBe("127.0.0.1");
  expect(one.token).toMatch(/^[\w-]{32}$/);
  expect(one.token).not.toBe(two.token);
  const { status } = await fetch(one.address, { redirect: "manual" });
  expect(status).toBe(303);
  expect((await fetch(two.address.replace(two.token, one.token))).status).toBe(401);
});

test.each([
  "/../secret",
  "/../../secret",
  "//secret",
  "/source/../../secret",
  "/%2e%2e/secret",
  "*",
])("GET %s gives nothing away", async (path) => {
  const { host, port, token } = await served();
  const head = `Host: ${host}\r\nCookie: yusuan-${port}=${token}\r\nConnection: close`;
  const answer = await raw(port, `GET ${path} HTTP/1.1\r\n${head}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer).not.toContain("not to be seen");
});

test("a folder that no run wrote, and a port that is none, are wrong usage", async () => {
  const folder = sandboxWith({});
  const nothing = await yusuan("serve", folder);
  expect(nothing.code).toBe(2);
  expect(nothing.stderr).toContain("it has no disclosures.csv");
  const port = await yusuan("serve", SAMPLES, "--port", "http");
  expect(port.code).toBe(2);
  expect(port.stderr).toContain("--port");
});

test("the command prints the address, serves the built page, and ends well on Ctrl-C", async () => {
  const child = spawn(process.execPath, [COMMAND, "serve", SAMPLES], { stdio: "pipe" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [address] = (await once(createInterface(child.stdout), "line")) as [string];
  const { origin, port, searchParams } = new URL(address);
  const page = await fetch(origin, {
    headers: { cookie: `yusuan-${port}=${searchParams.get("token")}` },
  });
  expect(await page.text()).toContain('<script type="module"');
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});
