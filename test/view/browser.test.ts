/// <reference lib="dom" />
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { serve } from "../../src/view/serve.ts";
import {
  builtServer,
  FINAL,
  frame,
  NO_BROWSER,
  PAGE,
  ROOT,
  SAMPLES,
  TEXT,
  useBrowser,
} from "./browser.ts";
import { sandbox, write } from "./fixture.ts";
import { budgetBook, budgetDocument } from "./office.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe.skipIf(NO_BROWSER)("in Chromium, the workbench", () => {
  const { newPage, visit } = useBrowser();

  test("leads from the overview to a figure's cell on its page", async () => {
    const { page, wrong } = await visit();
    await expect.poll(() => page.locator(".matrix tbody tr").count()).toBe(6);
    // The one with a conflict stands first.
    expect(await page.locator(".matrix tbody th").first().innerText()).toContain(
      "泾县宣纸文化事务局",
    );
    await page.getByRole("searchbox").fill("泾县");
    await expect.poll(() => page.locator(".matrix tbody tr").count()).toBe(1);
    expect(page.url()).toContain(`q=${encodeURIComponent("泾县")}`);
    await page.locator(".disclosure").click();
    await page.getByRole("link", { name: "22.40" }).first().click();
    await page.locator('canvas[data-drawn="true"]').waitFor();
    expect(await page.locator(".pager").innerText()).toContain("第3页，共7页");
    // The printed page is 841.9 points wide; 22.40 stands in the eighth line, in the first column of amounts, right-aligned.
    const at = await frame(page);
    expect(at.x).toBeGreaterThan(349);
    expect(at.x).toBeLessThan(431);
    expect(at.y).toBeGreaterThan(236);
    expect(at.y).toBeLessThan(251);
    expect(at.ink).toBeGreaterThan(20);
    const panel = page.getByRole("region", { name: "数字", exact: true });
    expect(await panel.innerText()).toMatch(
      /22\.40 万元[\s\S]*矛盾[\s\S]*它参与的等式不成立[\s\S]*2080505/,
    );
    expect(await panel.innerText()).toContain("相差-2万元");
    expect(wrong).toEqual([]);
  });

  test("opens at a link to a figure in a fresh window, and speaks the browser's language", async () => {
    const { page, open, wrong } = await visit({ locale: "en-US" });
    await open(`${FINAL}?figure=dc8372fc045bb33d4-t2-r8-c4`);
    const panel = page.getByRole("region", { name: "Figure", exact: true });
    await panel.waitFor();
    expect(await panel.innerText()).toMatch(/24\.40 万元/);
    expect(await page.getByRole("navigation").innerText()).toContain("Overview");
    expect(wrong).toEqual([]);
  });

  test("leads from a sum to its term in another table, on its page", async () => {
    const { page, open, wrong } = await visit();
    await open(`${FINAL}?figure=dc8372fc045bb33d4-t1-r6-c6`);
    const panel = page.getByRole("region", { name: "数字", exact: true });
    await panel.getByRole("link", { name: "34.10 支出总表" }).click();
    await expect.poll(() => page.locator(".pager").innerText()).toContain("第3页，共7页");
    await page.locator('canvas[data-drawn="true"]').waitFor();
    expect(await panel.innerText()).toMatch(/34\.10 万元[\s\S]*表\s*支出总表[\s\S]*功能科目\s*208/);
    expect((await frame(page)).ink).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test("shows the line of a text source", async () => {
    const { page, open, wrong } = await visit();
    await open(`${TEXT}?item=three_public.reception&stage=budget&period=current`);
    const line = page.locator(".text .chosen");
    await line.waitFor();
    expect(await line.innerText()).toContain("1.2");
    expect(wrong).toEqual([]);
  });

  test("lays the three-public figures side by side, blank and found apart, and gives them as CSV", async () => {
    const { page, open, wrong } = await visit();
    await open("#/three-public?stage=budget");
    const row = page.locator(".three-public tbody tr", { hasText: "蔚县剪纸工艺发展局" });
    await row.waitFor();
    expect((await row.innerText()).replace(/\s+/g, " ")).toMatch(
      /6\.80 空白 5\.20 空白 5\.20 1\.60 ▼ 减少 0\.40 压减公务接待费/,
    );
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 CSV" }).click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv).toMatch(/^\uFEFFdocument,division_code,/);
    // Six budgets, that of the final account among them; its final figures are of another stage.
    expect(csv.trimEnd().split("\n")).toHaveLength(1 + 6);
    await row.getByRole("link", { name: "5.20" }).last().click();
    await page.getByRole("region", { name: "数字", exact: true }).waitFor();
    expect(wrong).toEqual([]);
  });

  test("draws the three-public figures, and gives them as pictures and as a workbook", async () => {
    const { page, open, wrong } = await visit();
    await open("#/three-public?year=2024");
    await page.locator(".chart").waitFor();
    // 蔚县 has vehicles run and receptions; what it left blank has no length.
    const fetched = async (name: string) => {
      const coming = page.waitForEvent("download");
      await page.getByText(name, { exact: true }).click();
      return readFileSync(await (await coming).path());
    };
    const svg = (await fetched("下载 SVG")).toString();
    expect(svg).toContain("蔚县剪纸工艺发展局 公务用车运行 5.20");
    expect(svg).not.toMatch(/<a\b|公务用车购置 /);
    expect((await fetched("下载 PNG")).subarray(1, 4).toString()).toBe("PNG");
    const xlsx = new TextDecoder().decode((await fetched("下载 xlsx")).subarray(0, 2));
    expect(xlsx).toBe("PK");
    await page.locator(".chart a", { hasText: "蔚县剪纸工艺发展局 公务接待 1.60" }).click();
    const panel = page.getByRole("region", { name: "数字", exact: true });
    expect(await panel.innerText()).toMatch(/1\.60 万元/);
    expect(wrong).toEqual([]);
  });

  test("finds figures by subject and amount, and each state of the search is a link", async () => {
    const { page, open, wrong } = await visit();
    await open("#/search?q=公务接待&year=2024");
    const first = page.locator(".results li").first();
    await first.waitFor();
    expect(await first.innerText()).toContain("2024");
    await page.getByRole("searchbox").fill("22.40");
    await expect.poll(() => page.url()).toContain("q=22.40");
    await page.locator(".found .facet a", { hasText: "2023" }).click();
    await expect.poll(() => page.url()).toContain("year=2023");
    await page
      .getByRole("link", { name: /22\.40 万元/ })
      .first()
      .click();
    await page.getByRole("region", { name: "数字", exact: true }).waitFor();
    expect(wrong).toEqual([]);
  });

  test("notes what was found by hand, and takes it back", async () => {
    const out = join(sandbox(), "out");
    cpSync(SAMPLES, out, { recursive: true });
    const server = await serve({ out, start: ROOT, port: 0, page: PAGE });
    onTestFinished(() => server.close());
    const { page, open, wrong } = await visit({}, server);
    await open("#/search?order=weight&open=1");
    // The one in conflict comes first.
    const first = page.locator(".results li a").first();
    expect(await first.innerText()).toContain("22.40");
    await first.click();
    const review = page.getByRole("region", { name: "人工核对" });
    await review.getByText("有误…").click();
    await review.getByLabel("理由").fill("应与合计一致");
    await review.getByRole("button", { name: "发布者有误" }).click();
    await review.getByRole("button", { name: "撤销" }).waitFor();
    expect(await review.innerText()).toMatch(/发布者有误：应与合计一致/);
    await open("#/search?order=weight&open=1");
    await page.locator(".results li").first().waitFor();
    expect(await page.locator(".results").innerText()).not.toContain("22.40");
    await page.goBack();
    await review.getByRole("button", { name: "撤销" }).click();
    await review.getByRole("button", { name: "确认无误" }).waitFor();
    expect(readFileSync(join(out, "reviews.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(2);
    expect(wrong).toEqual([]);
  });

  test("compares two disclosures by what their figures are of", async () => {
    const { page, open, wrong } = await visit();
    const id = (name: string) => encodeURIComponent(name);
    const [a, b] = [
      "2024/130726-蔚县剪纸工艺发展局/budget",
      "2023/341823-泾县宣纸文化事务局/final",
    ];
    await open(`#/compare?a=${id(a)}&b=${id(b)}`);
    const row = page.locator("tbody tr", { hasText: "three public › reception" });
    const reception = page.locator("tbody tr", { hasText: /公务接待费/ }).first();
    await row.or(reception).first().waitFor();
    expect(await page.locator("thead").innerText()).toMatch(/蔚县[\s\S]*泾县/);
    expect(wrong).toEqual([]);
  });

  test("a report opens from a folder, without a server", async () => {
    const to = join(sandbox(), "报告 #1");
    cpSync(join(ROOT, "output/report"), to, { recursive: true });
    const page = await newPage();
    const wrong: string[] = [];
    page.on("pageerror", ({ message }) => wrong.push(message));
    page.on("request", (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) wrong.push(request.url());
    });
    await page.goto(`${pathToFileURL(join(to, "index.html"))}`);
    await page.locator(".disclosure").first().click();
    await page.getByRole("link", { name: "22.40" }).first().click();
    await page.locator('canvas[data-drawn="true"]').waitFor({ timeout: 20_000 });
    expect((await frame(page)).ink).toBeGreaterThan(20);
    await page.getByRole("link", { name: "搜索" }).click();
    await page.getByRole("searchbox").fill("公务接待");
    await page.locator(".results li").first().waitFor();
    expect(wrong).toEqual([]);
  }, 120_000);

  test("takes files, reads them, and shows their figures", async () => {
    const folder = sandbox();
    const server = await builtServer({ intake: folder, start: folder, port: 0 });
    onTestFinished(() => server.close());
    const { page, wrong } = await visit({}, server);
    write(folder, "given/文化馆.xlsx", budgetBook("泾县文化馆"));
    write(folder, "given/图书馆.docx", budgetDocument("泾县图书馆"));
    const given = [
      ...["hebei-budget-2024.pdf", "henan-budget-2024.txt"].map((name) =>
        join(ROOT, "samples", name),
      ),
      ...["文化馆.xlsx", "图书馆.docx"].map((name) => join(folder, "given", name)),
    ];
    await page.locator('input[type="file"]').first().setInputFiles(given);
    await page.getByRole("link", { name: "看三公经费" }).click({ timeout: 100_000 });
    const row = page.locator(".three-public tbody tr", { hasText: "蔚县剪纸工艺发展局" });
    await row.getByRole("link", { name: "5.20" }).last().click();
    await page.locator('canvas[data-drawn="true"]').waitFor();
    expect((await frame(page)).ink).toBeGreaterThan(20);
    // A figure of a sheet and of a Word document is marked in its cell.
    for (const name of ["泾县文化馆", "泾县图书馆"]) {
      await page.getByRole("link", { name: "总览" }).click();
      await page.getByRole("row", { name }).locator(".disclosure").click();
      await page.locator(".printed").getByRole("link", { name: "80.20" }).nth(2).click();
      const cell = page.locator(".blocks .chosen");
      await cell.waitFor();
      expect(await cell.innerText()).toBe("80.20");
      expect(await cell.locator("xpath=..").innerText()).toContain("文化和旅游");
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test("can be used without a mouse", async () => {
    const { page } = await visit();
    await page.locator(".disclosure").first().waitFor();
    await page.locator(".disclosure").first().focus();
    await page.keyboard.press("Enter");
    const figure = page.getByRole("link", { name: "22.40" }).first();
    await figure.focus();
    await page.keyboard.press("Enter");
    await page.locator('canvas[data-drawn="true"]').waitFor();
    expect(page.url()).toContain("figure=");
  });

  test.each([390, 1280])("is never wider than a window of %d", async (width) => {
    const { page, open } = await visit({ viewport: { width, height: 800 } });
    for (const hash of [
      "#/",
      "#/three-public",
      "#/search?q=公务",
      `${FINAL}?figure=dc8372fc045bb33d4-t2-r8-c3`,
    ]) {
      await open(hash);
      await page.locator("h1").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    }
    // No year of the overview is out of sight.
    await open("#/");
    await page.locator(".disclosure").first().waitFor();
    const rights = await page
      .locator(".disclosure")
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().right));
    expect(Math.max(...rights)).toBeLessThanOrEqual(width);
  });

  /** In the dark only colours are others. */
  test.each([
    ["light", { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }],
    ["dark", { type: "rule", values: ["color-contrast"] }],
  ] as const)(
    "is within reach for everyone (WCAG AA, %s)",
    async (scheme, runOnly) => {
      const { page, open } = await visit({ colorScheme: scheme });
      const found: string[] = [];
      for (const hash of [
        "#/?year=2024",
        "#/three-public",
        "#/search?q=公务",
        `#/compare?both=1&a=${FINAL.slice(13)}&b=${TEXT.slice(13)}`,
        `${FINAL}?figure=dc8372fc045bb33d4-t2-r8-c3`,
        `${TEXT}?item=three_public.reception&stage=budget&period=current`,
      ]) {
        await open(hash);
        await page.locator("h1").waitFor();
        await page.locator("table, .results li, .text .chosen, canvas").last().waitFor();
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(
          (only) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: only }),
          { ...runOnly, values: [...runOnly.values] },
        );
        found.push(...violations.map(({ id, nodes }) => `${hash} ${id}: ${nodes[0]?.html}`));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  test("shows what a document says as text, and runs nothing of it", async () => {
    const out = join(sandbox(), "out");
    cpSync(SAMPLES, out, { recursive: true });
    const name = "泾县宣纸文化事务局";
    const hostile = "<img src=x onerror=window.ran=1><script>window.ran=1</script>";
    const swap = (file: string) => {
      const path = join(out, file);
      // The folder keeps its name.
      const text = readFileSync(path, "utf8").replaceAll(name, (found, at, all) =>
        all[at - 1] === "-" ? found : hostile,
      );
      writeFileSync(path, text);
    };
    for (const file of ["disclosures.csv", "three-public.csv", `2023/341823-${name}/final.json`])
      swap(file);
    const server = await serve({ out, start: ROOT, port: 0, page: PAGE });
    onTestFinished(() => server.close());
    const { page, open, wrong } = await visit({}, server);
    for (const hash of [
      "#/",
      "#/three-public",
      FINAL,
      "#/disclosure/%3Cimg%20src=x%3E",
      "#/%22%3E%3Cscript%3E",
    ]) {
      await open(hash);
      await page.locator("h1, [role=alert]").first().waitFor();
      if (hash.length < 20 || hash === FINAL)
        expect(await page.locator("main").innerText()).toContain("<img src=x");
      expect(await page.locator("main img, main script").count()).toBe(0);
    }
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    // The one disclosure that is not there is asked for and missed.
    expect(wrong.filter((message) => !message.includes("404"))).toEqual([]);
  });
});
