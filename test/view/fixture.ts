import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Hono } from "hono";
import { onTestFinished } from "vitest";
import { outputIn } from "../../src/view/output.ts";
import { foldersOf } from "../../src/view/serve.ts";
import { workbench } from "../../src/view/workbench.ts";

export const HOST = "127.0.0.1:4747";
export const TOKEN = "right-token";
const COOKIE = `yusuan-4747=${TOKEN}`;

/** A folder of its own for one test, gone afterwards. */
export function sandbox(): string {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-view-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function write(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A folder with sources in `in`, an output in `out`, and a page of two files. */
export function sandboxWith(files: Readonly<Record<string, string>>): string {
  const folder = sandbox();
  write(folder, "page/index.html", "<!doctype html>the page");
  write(folder, "page/assets/page.js", "");
  for (const [name, content] of Object.entries(files)) write(folder, name, content);
  return folder;
}

export function appOn(folder: string, { out = "out", start = folder } = {}): Hono {
  return workbench({
    output: outputIn(join(folder, out)),
    start,
    host: HOST,
    token: TOKEN,
    folders: foldersOf(join(folder, "page")),
  });
}

/** Asks as the page does: with the cookie, from the right host; `headers` say otherwise. */
export async function ask(
  app: Hono,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Response> {
  return app.request(`http://${HOST}${path}`, {
    method,
    headers: { host: HOST, cookie: COOKIE, ...headers },
  });
}
