import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layoutPages } from "../../src/layout/layout-pages.ts";
import { COORDINATE_NAMES } from "../../src/model/coordinates.ts";
import type { Page } from "../../src/model/page.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";
import { disclosureOf, type SourceBytes } from "../../src/run/document.ts";

/** The samples' PDFs, and those of these folders of the corpus where there is one; scans have no tables to print again. */
export function printedFiles(...folders: readonly string[]): string[] {
  const corpus = process.env.YUSUAN_CORPUS;
  const samples = fileURLToPath(new URL("../../samples", import.meta.url));
  return [samples, ...(corpus ? folders.map((folder) => join(corpus, folder)) : [])]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".pdf") && !/scan/.test(path));
}

export async function pagesOf({ bytes }: SourceBytes): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of readPdf(new Uint8Array(bytes))) pages.push(page);
  return pages;
}

/** What the facts of a source say if these are its pages, without where they stand. */
export async function figuresOn(pages: readonly Page[], source: SourceBytes): Promise<string[]> {
  const { facts } = disclosureOf(source, await layoutPages(numbered(pages)));
  return facts.map((fact) => {
    const { table, label, status, money } = fact;
    const words = COORDINATE_NAMES.flatMap((name) => fact[name] ?? []);
    return [table, label, ...words, money.published, status].join(" | ");
  });
}

async function* numbered(pages: readonly Page[]): AsyncGenerator<Page> {
  for (const [i, page] of pages.entries()) yield { ...page, number: i + 1 };
}
