/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { FINAL, NO_BROWSER, TEXT, useBrowser } from "./browser.ts";

const VIEWS = [
  "#/",
  "#/three-public",
  "#/search?q=公务",
  `#/compare?both=1&a=${FINAL.slice(13)}&b=${TEXT.slice(13)}`,
  `${FINAL}?figure=dc8372fc045bb33d4-t2-r8-c3`,
  `${TEXT}?item=three_public.reception&stage=budget&period=current`,
];

describe.skipIf(NO_BROWSER)("in Chromium, at 200 %", () => {
  const { visit } = useBrowser();

  test.each([
    ["the page", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, "100%"],
    ["the letters", { viewport: { width: 1280, height: 800 } }, "200%"],
  ])("%s can be read and used", async (_, options, fontSize) => {
    const { page, open, wrong } = await visit(options);
    const found: string[] = [];
    for (const hash of VIEWS) {
      await open(hash);
      await page.locator("h1").waitFor();
      await page.locator("table, .results li, .text .chosen, canvas").last().waitFor();
      await page.getByText("正在计算").waitFor({ state: "detached" });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, fontSize);
      for (const flaw of await flaws(page)) found.push(`${hash.slice(0, 15)} ${flaw}`);
    }
    expect(found).toEqual([]);
    expect(wrong).toEqual([]);
  });
});

/** A body that scrolls sideways, words that are cut off, and controls that lie under something else. */
function flaws(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document;
    const found: string[] = [];
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    if (root.scrollWidth > root.clientWidth) found.push(`is ${root.scrollWidth} wide`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { overflowX, overflowY, position } = getComputedStyle(element);
      // What is hidden for the eye alone is a point.
      if (position === "absolute" && element.clientWidth <= 1) continue;
      const words = element.innerText?.trim().slice(0, 20);
      if (!words) continue;
      if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`cuts ${words}`);
      if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`cuts off ${words}`);
    }
    for (const control of document.querySelectorAll<HTMLElement>("a, button, input, summary")) {
      const name = control.innerText || control.title || control.outerHTML.slice(0, 60);
      // Shown when the keyboard comes to it; or reached from the list of figures beside.
      if (control.matches(".skip, .cell") || control.getClientRects().length === 0) continue;
      control.scrollIntoView({ block: "center", inline: "center" });
      const [box] = control.getClientRects();
      if (!box) continue;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      if (!hit || !(control.contains(hit) || hit.contains(control)))
        found.push(`hides ${name} behind ${hit?.outerHTML.slice(0, 60)}`);
    }
    return found;
  });
}
