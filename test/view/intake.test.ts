import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import fc from "fast-check";
import type { Hono } from "hono";
import { describe, expect, onTestFinished, test } from "vitest";
import { intakeIn, nameOf } from "../../src/view/intake.ts";
import { outputIn } from "../../src/view/output.ts";
import { foldersOf } from "../../src/view/serve.ts";
import { workbench } from "../../src/view/workbench.ts";
import { HOST, sandbox, sandboxWith, TOKEN } from "./fixture.ts";

const COOKIE = `yusuan-4747=${TOKEN}`;
const OWN = { host: HOST, cookie: COOKIE, origin: `http://${HOST}`, "x-yusuan": "1" };

function appWith(folder: string, megabytes = 1): Hono {
  const intake = intakeIn(join(folder, "desk"), { megabytes });
  onTestFinished(() => intake.close());
  const output = outputIn(intake.output);
  const folders = foldersOf(join(folder, "page"));
  return workbench({ output, intake, start: folder, host: HOST, token: TOKEN, folders });
}

function give(app: Hono, name: string, body: string, headers: Record<string, string> = OWN) {
  const address = `http://${HOST}/api/intake/file?name=${encodeURIComponent(name)}`;
  return app.request(address, { method: "POST", headers, body });
}

const bodyOf = (text: string) => Readable.toWeb(Readable.from([text])) as ReadableStream;

describe("files that are given", () => {
  test.each([
    ["../../secret.pdf", "secret.pdf"],
    ["C:\\Users\\a\\预算.PDF", "预算.pdf"],
    ["预算 2024.xlsx", "预算 2024.xlsx"],
  ])("%s is called %s in the folder", (given, name) => expect(nameOf(given)).toBe(name));

  test("have names that are no paths, whatever they were called", () => {
    const part = fc.constantFrom(
      "..",
      ".",
      "/",
      "\\",
      "con",
      "a",
      "预",
      "\0",
      "\u202e",
      ":",
      " ",
      ".pdf",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((all) => all.join("")),
        ),
        (given) => {
          const name = nameOf(given);
          expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^\.|^$/u);
          expect(name).not.toMatch(/^(?:con|nul)(?:\.|$)/i);
        },
      ),
    );
  });

  test("are kept beside each other, and never written over", async () => {
    const folder = sandbox();
    const intake = intakeIn(folder);
    expect(await intake.add("a.txt", bodyOf("one"))).toEqual({ name: "a.txt" });
    expect(await intake.add("b/a.txt", bodyOf("two"))).toEqual({ name: "a (2).txt" });
    expect(await intake.add("a.txt", bodyOf("one"))).toEqual({ name: "a.txt" });
    expect(await intake.add("a.txt", bodyOf("two"))).toEqual({ name: "a (2).txt" });
    expect(readdirSync(join(folder, "files")).sort()).toEqual(["a (2).txt", "a.txt"]);
    expect(readFileSync(join(folder, "files/a.txt"), "utf8")).toBe("one");
  });

  test("that are too large leave nothing behind", async () => {
    const folder = sandboxWith({});
    const app = appWith(folder);
    const { status } = await give(app, "a.txt", "x".repeat(2 ** 20 + 1));
    expect(status).toBe(413);
    expect(readdirSync(join(folder, "desk/files"))).toEqual([]);
  });
});

describe("who gives", () => {
  const { origin: _, ...noOrigin } = OWN;
  const { "x-yusuan": __, ...noHeader } = OWN;
  test.each([
    ["another site", { ...OWN, origin: "https://example.org" }],
    ["another port", { ...OWN, origin: "http://127.0.0.1:8080" }],
    ["a file on this machine", { ...OWN, origin: "null" }],
    ["a form, which says no origin", noOrigin],
    ["a form, which has no header of its own", noHeader],
    ["another name for this machine", { ...OWN, host: "localhost:4747" }],
    ["a stranger", { ...OWN, cookie: "" }],
  ])("%s is refused", async (_, headers) => {
    const folder = sandboxWith({});
    const app = appWith(folder);
    expect((await give(app, "a.txt", "x", headers)).status).toBeGreaterThanOrEqual(401);
    expect(existsSync(join(folder, "desk"))).toBe(false);
  });

  test("nothing is taken where an output is only shown", async () => {
    const folder = sandboxWith({});
    const output = outputIn(join(folder, "out"));
    const folders = foldersOf(join(folder, "page"));
    const app = workbench({ output, start: folder, host: HOST, token: TOKEN, folders });
    expect((await give(app, "a.txt", "x")).status).toBe(405);
  });
});
