import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { layoutPages } from "../../src/layout/layout-pages.ts";
import { COORDINATE_NAMES } from "../../src/model/coordinates.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import type { Page } from "../../src/model/page.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";
import { disclosureOf } from "../../src/run/document.ts";
import { randomOf } from "../reconcile/random.ts";
import { splitOverThree } from "./split-pages.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));
const corpus = process.env.YUSUAN_CORPUS;
const files = [
  ...pdfsIn(SAMPLES),
  ...(corpus
    ? [...pdfsIn(join(corpus, "corpus")), ...pdfsIn(join(corpus, "corpus/rendered"))]
    : []),
].filter((path) => !/scan/.test(path));

describe.each(files)("%s", (path) => {
  test.each([
    ["with", true],
    ["without", false],
  ])(
    "gives the same facts if each table is printed over three pages %s its headings",
    async (_, repeated) => {
      const bytes = readFileSync(path);
      const random = randomOf(20241122);
      const whole: Page[] = [];
      for await (const page of readPdf(new Uint8Array(bytes))) whole.push(page);
      const split = whole.flatMap((page) => splitOverThree(page, repeated, random));
      const source = { name: path, bytes };
      const [one, three] = await Promise.all(
        [whole, split].map(async (pages) =>
          disclosureOf(source, await layoutPages(numbered(pages))),
        ),
      );
      expect(three && figuresOf(three)).toEqual(one && figuresOf(one));
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
