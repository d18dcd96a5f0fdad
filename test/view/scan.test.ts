import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { pictureOf, scanOf } from "../read/recognise/scans.ts";
import { builtServer, frame, NO_BROWSER, ROOT, useBrowser } from "./browser.ts";
import { sandbox, write } from "./fixture.ts";

const NAME = "泾县宣纸文化事务局2023年度部门决算.pdf";
/** In points, of the page that the sample prints its expenditure on. */
const WIDTH = 842;

describe.skipIf(NO_BROWSER)("in Chromium, a scan", () => {
  const { visit } = useBrowser();

  test("is dropped, read, searched, and framed where its figures stand", async () => {
    const folder = sandbox();
    const printed = new Uint8Array(readFileSync(join(ROOT, "samples/anhui-final-2023.pdf")));
    const scan = pictureOf(await scanOf(printed, 3, { turn: 0.4 }));
    write(folder, `given/${NAME}`, scan);
    const server = await builtServer({ intake: folder, start: folder, port: 0 });
    onTestFinished(() => server.close());
    const { page, wrong, open } = await visit({}, server);
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(join(folder, "given", NAME));
    // The overview below where it was dropped has it as soon as it is read.
    await page.locator(".matrix .disclosure").waitFor({ timeout: 100_000 });
    await page.getByRole("searchbox").fill("宣纸");
    await expect.poll(() => page.locator(".matrix tbody tr").count()).toBe(1);

    // What the office misprints stands in the eighth line, in the first column of amounts.
    await open("#/search?q=22.40");
    await page
      .getByRole("link", { name: /22\.40 万元/ })
      .first()
      .click();
    await page.locator('canvas[data-drawn="true"]').waitFor();
    const at = await frame(page, WIDTH);
    expect([at.x > 349, at.x < 431, at.y > 236, at.y < 251, at.ink > 5]).toEqual(
      Array(5).fill(true),
    );
    const panel = page.getByRole("region", { name: "数字", exact: true });
    expect(await panel.innerText()).toMatch(/22\.40 万元[\s\S]*矛盾/);

    // The address leads a fresh window to the same cell.
    const fresh = await visit({}, server);
    await fresh.open(new URL(page.url()).hash);
    await fresh.page.locator('canvas[data-drawn="true"]').waitFor();
    expect(await frame(fresh.page, WIDTH)).toEqual(at);
    expect([...wrong, ...fresh.wrong]).toEqual([]);
  }, 180_000);
});
