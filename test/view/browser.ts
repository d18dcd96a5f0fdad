/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Served, serve } from "../../src/view/serve.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const SAMPLES = fileURLToPath(new URL("../../output/samples", import.meta.url));
export const PAGE = fileURLToPath(new URL("../../dist/view/page", import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Elsewhere a browser may be missing; where everything is checked it may not. */
export const NO_BROWSER = !existsSync(CHROMIUM) && !process.env.CI;

export const FINAL = `#/disclosure/${encodeURIComponent("2023/341823-泾县宣纸文化事务局/final")}`;
export const TEXT = `#/disclosure/${encodeURIComponent("2024/410621-浚县泥咕咕工艺保护办公室/budget")}`;

/** The server as it is built: its child processes start in a moment, and not after everything is compiled. */
export async function builtServer(options: Parameters<typeof serve>[0]): Promise<Served> {
  const built = (await import(join(ROOT, "dist/view/serve.js"))) as { serve: typeof serve };
  return built.serve(options);
}

/** A browser for the tests of a `describe`, and the workbench on the samples. */
export function useBrowser() {
  let browser: Browser;
  let samples: Served;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    samples = await builtServer({ out: SAMPLES, start: ROOT, port: 0, page: PAGE });
  });
  afterAll(async () => {
    await browser?.close();
    await samples?.close();
  });
  /** A fresh window, closed after the test. */
  async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: "zh-CN", ...options });
    onTestFinished(() => context.close());
    return context.newPage();
  }
  /** A fresh window that has been let in, and everything that went wrong or outside in it. */
  async function visit(options: BrowserContextOptions = {}, { address }: Served = samples) {
    const page = await newPage(options);
    const wrong: string[] = [];
    const { origin } = new URL(address);
    page.on("pageerror", ({ message }) => wrong.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(url)) wrong.push(url);
    });
    await page.goto(address);
    const open = (hash: string) => page.goto(`${origin}/${hash}`);
    return { page, wrong, open };
  }
  return { newPage, visit };
}

/** The middle of the framed cell in points of a page so many points wide, and how many dark pixels are drawn within it. */
export async function frame(page: Page, width = 841.92) {
  return page.evaluate((pageWidth) => {
    const canvas = document.querySelector("canvas");
    const cell = document.querySelector(".cell.chosen");
    if (!canvas || !cell) throw new Error("no frame");
    const [whole, box] = [canvas.getBoundingClientRect(), cell.getBoundingClientRect()];
    const scale = canvas.width / whole.width;
    const pixels = canvas
      .getContext("2d")
      ?.getImageData(
        (box.left - whole.left + 2) * scale,
        (box.top - whole.top + 2) * scale,
        (box.width - 4) * scale,
        (box.height - 4) * scale,
      ).data;
    let ink = 0;
    for (let at = 0; pixels && at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) ink++;
    const points = pageWidth / whole.width;
    return {
      x: (box.left + box.width / 2 - whole.left) * points,
      y: (box.top + box.height / 2 - whole.top) * points,
      ink,
    };
  }, width);
}
