import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { layoutPage } from "../../src/layout/layout-page.ts";
import { layoutPages } from "../../src/layout/layout-pages.ts";
import { COORDINATE_NAMES } from "../../src/model/coordinates.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import type { Page } from "../../src/model/page.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";
import { disclosureOf } from "../../src/run/document.ts";
import { randomOf } from "../reconcile/random.ts";
import { splitBeside } from "./split-beside.ts";
import { splitOverThree } from "./split-pages.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));
const corpus = process.env.YUSUAN_CORPUS;
const files = [...pdfsIn(SAMPLES), ...(corpus ? pdfsIn(join(corpus, "corpus")) : [])].filter(
  (path) => !/scan/.test(path),
);

/** The orders in which the pages of one sheet are printed. */
const ORDERS = {
  "downwards first": (left: Page[], right: Page[]) => [...left, ...right],
  "to the right first": (left: Page[], right: Page[]) =>
    left.flatMap((page, i) => [page, right[i] as Page]),
};

describe.each(files)("%s", (path) => {
  test.each(Object.entries(ORDERS))(
    "gives the same facts if its tables are printed over pages side by side, %s",
    async (_, order) => {
      const bytes = readFileSync(path);
      const random = randomOf(20241128);
      const whole: Page[] = [];
      for await (const page of readPdf(new Uint8Array(bytes))) whole.push(page);
      const split = whole.flatMap((page, i) => {
        const next = whole[i + 1];
        // A table that goes on on the next page is no whole sheet.
        if (next && layoutPage(next)[0]?.type === "grid") return [page];
        const bands = random() < 0.5 ? [page] : splitOverThree(page, false, random);
        const sides = splitBeside(bands, random);
        return sides ? order(sides.left, sides.right) : bands;
      });
      const source = { name: path, bytes };
      const [one, other] = await Promise.all(
        [whole, split].map(async (pages) =>
          disclosureOf(source, await layoutPages(numbered(pages))),
        ),
      );
      expect(other && figuresOf(other)).toEqual(one && figuresOf(one));
    },
  );
});

async function* numbered(pages: readonly Page[]): AsyncGenerator<Page> {
  for (const [i, page] of pages.entries()) yield { ...page, number: i + 1 };
}

/** What the facts say, without where they stand. */
function figuresOf({ facts }: Disclosure): string[] {
  return facts.map((fact) => {
    const { table, label, status, money } = fact;
    const words = COORDINATE_NAMES.flatMap((name) => fact[name] ?? []);
    return [table, label, ...words, money.published, status].join(" | ");
  });
}

function pdfsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => join(folder, name));
}
