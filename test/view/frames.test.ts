/// <reference lib="dom" />
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseFile } from "fast-csv";
import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { groupBy } from "../../src/normalise/ledger/keys.ts";
import { builtServer, NO_BROWSER, ROOT, useBrowser } from "./browser.ts";
import { sandbox } from "./fixture.ts";

const corpus = process.env.YUSUAN_CORPUS;
/** Poppler tells where the words of a page stand, and is none of ours. */
const NO_POPPLER = !process.env.CI && spawnSync("pdftotext", ["-v"]).status !== 0;
/** As many pages, and figures of each: a page is drawn once for all of its figures. */
const PAGES = 25;
const FIGURES = 4;
/** How far a word may stick out of its frame, in pixels of the screen. */
const NEAR = 3;

type Line = Readonly<Record<string, string>>;

/** In points from the upper left corner of a page. */
type Box = readonly [left: number, top: number, right: number, bottom: number];

interface Word {
  readonly text: string;
  readonly box: Box;
}

describe.skipIf(NO_BROWSER || NO_POPPLER || !corpus)("in Chromium, over real PDFs", () => {
  const { visit } = useBrowser();

  test("each figure is framed where it is printed", async () => {
    const folder = sandbox();
    const out = join(folder, "out");
    const command = [join(ROOT, "dist/cli/main.js"), "extract", join(corpus ?? "", "corpus/*.pdf")];
    spawnSync(process.execPath, [...command, "--out", out], { cwd: folder });
    const documents = await linesOf(join(out, "documents.csv"));
    const sources = new Map(documents.map(({ document, source }) => [document, source ?? ""]));
    const facts = onlyOnes(await linesOf(join(out, "facts.csv")));
    const pages = [...groupBy(facts, ({ document, page }) => `${document} ${page}`).values()];
    const full = pages.filter(({ length }) => length >= FIGURES);
    const picked = spread(full, PAGES).flatMap((each) => spread(each, FIGURES));
    expect(picked).toHaveLength(100);
    expect(new Set(picked.map(({ document }) => document)).size).toBeGreaterThan(7);

    const server = await builtServer({ out, start: folder, port: 0 });
    onTestFinished(() => server.close());
    const { page, open, wrong } = await visit({ viewport: { width: 1600, height: 1000 } }, server);
    // What must hold with a figure takes longer to work out than all of this, and has tests of its own.
    await page.route("**/api/sums?*", (route) => route.fulfill({ json: [] }));
    const astray: string[] = [];
    for (const { fact, disclosure, document, page: number, published } of picked) {
      const { width, words } = wordsOf(join(folder, sources.get(document) ?? ""), number ?? "");
      await open(`#/disclosure/${encodeURIComponent(disclosure ?? "")}?figure=${fact}`);
      await page.getByRole("img", { name: `原件第${number}页` }).waitFor();
      await page.locator('canvas[data-drawn="true"]').waitFor();
      const { frame, pixels } = await framed(page, width);
      const within = words.filter(({ box }) => liesIn(box, frame, NEAR / pixels));
      const amounts = within.map(({ text }) => digits(text)).filter((text) => /\d/.test(text));
      if (amounts.join(" ") !== digits(published)) astray.push(`${fact} ${published}: ${amounts}`);
    }
    expect(astray).toEqual([]);
    expect(wrong).toEqual([]);
  }, 300_000);
});

async function linesOf(file: string): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of parseFile(file, { headers: true })) lines.push(line);
  return lines;
}

const digits = (text = "") => text.replaceAll(/[,，]/g, "");

/** Figures whose digits their page has no other figure of: a frame around another cell is then another amount. */
function onlyOnes(facts: readonly Line[]): Line[] {
  const at = ({ document, page, published }: Line) => `${document} ${page} ${digits(published)}`;
  const times = new Map<string, number>();
  for (const fact of facts) times.set(at(fact), (times.get(at(fact)) ?? 0) + 1);
  return facts.filter((fact) => fact.bbox && times.get(at(fact)) === 1);
}

/** So many of them, as far from each other as they can be. */
function spread<T>(all: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}

function wordsOf(source: string, page: string): { width: number; words: Word[] } {
  const told = execFileSync("pdftotext", ["-bbox", "-f", page, "-l", page, source, "-"]).toString();
  const numbers = (tag: string) =>
    [...tag.matchAll(/="([\d.]+)"/g)].map((found) => Number(found[1]));
  const words = [...told.matchAll(/<word ([^>]*)>([^<]*)/g)].map(([, tag = "", text = ""]) => ({
    ...{ text, box: numbers(tag) as unknown as Box },
  }));
  return { width: numbers(/<page ([^>]*)>/.exec(told)?.[1] ?? "")[0] ?? Number.NaN, words };
}

/** By the word's width and the middle of its line: how high a line is, is a matter of its font. */
function liesIn(word: Box, frame: Box, near: number): boolean {
  const middle = (word[1] + word[3]) / 2;
  const across = word[0] >= frame[0] - near && word[2] <= frame[2] + near;
  return across && middle >= frame[1] - near && middle <= frame[3] + near;
}

/** The frame as it is seen, and how many pixels of the screen a point is. */
function framed(page: Page, width: number): Promise<{ frame: Box; pixels: number }> {
  return page.evaluate((points) => {
    const whole = document.querySelector("canvas")?.getBoundingClientRect();
    const cell = document.querySelector(".cell.chosen")?.getBoundingClientRect();
    if (!whole || !cell) throw new Error("no frame");
    const pixels = whole.width / points;
    const sides = [
      cell.left - whole.left,
      cell.top - whole.top,
      cell.right - whole.left,
      cell.bottom - whole.top,
    ];
    return { frame: sides.map((side) => side / pixels) as unknown as Box, pixels };
  }, width);
}
