import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { layoutPage } from "../../src/layout/layout-page.ts";
import type { Page } from "../../src/model/page.ts";
import { randomOf } from "../reconcile/random.ts";
import { figuresOn, pagesOf, printedFiles } from "./printed-again.ts";
import { splitBeside } from "./split-beside.ts";
import { splitOverThree } from "./split-pages.ts";

/** The orders in which the pages of one sheet are printed. */
const ORDERS = {
  "downwards first": (left: Page[], right: Page[]) => [...left, ...right],
  "to the right first": (left: Page[], right: Page[]) =>
    left.flatMap((page, i) => [page, right[i] as Page]),
};

describe.each(printedFiles("corpus"))("%s", (path) => {
  test.each(Object.entries(ORDERS))(
    "gives the same facts if its tables are printed over pages side by side, %s",
    async (_, order) => {
      const source = { name: path, bytes: readFileSync(path) };
      const random = randomOf(20241128);
      const whole = await pagesOf(source);
      const split = whole.flatMap((page, i) => {
        const next = whole[i + 1];
        // A table that goes on on the next page is no whole sheet.
        if (next && layoutPage(next)[0]?.type === "grid") return [page];
        const bands = random() < 0.5 ? [page] : splitOverThree(page, false, random);
        const sides = splitBeside(bands, random);
        return sides ? order(sides.left, sides.right) : bands;
      });
      expect(await figuresOn(split, source)).toEqual(await figuresOn(whole, source));
    },
  );
});
